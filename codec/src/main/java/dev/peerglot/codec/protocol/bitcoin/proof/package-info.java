// SPDX-License-Identifier: Apache-2.0

/** What a block header proves: the work in its hash, the transactions under its Merkle root. */
package dev.peerglot.codec.protocol.bitcoin.proof;
