// SPDX-License-Identifier: Apache-2.0

/** How the messages of libp2p's own protocols look; all of them are protobuf. */
package dev.peerglot.codec.protocol.libp2p.message;
