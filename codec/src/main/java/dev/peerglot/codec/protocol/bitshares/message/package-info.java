// SPDX-License-Identifier: Apache-2.0

/** The messages of BitShares, a typed one a file, in the layout of {@code core_messages.hpp}. */
package dev.peerglot.codec.protocol.bitshares.message;
