// SPDX-License-Identifier: Apache-2.0

/** The messages of Witnet and what they are made of, as in {@code schemas/witnet/witnet.proto}. */
package dev.peerglot.codec.protocol.witnet.message;
