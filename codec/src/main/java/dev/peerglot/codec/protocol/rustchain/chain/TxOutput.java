// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

/**
 * {@code TXOutput}: who gets how much.
 *
 * @param value in whole coins
 * @param inGlobalMemPool a mark of the node's own pool, false on the wire in practice
 * @param pubKeyHash SHA-256 of the owner's compressed key, 32 bytes
 */
public record TxOutput(int value, boolean inGlobalMemPool, byte[] pubKeyHash) {}
