// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

/**
 * {@code TXInput}: which output is spent.
 *
 * @param txid the transaction that made it, 32 bytes; empty in a coinbase
 * @param vout which of its outputs
 * @param signature BIP 340, 64 bytes; 16 random bytes in a coinbase
 * @param pubKey compressed secp256k1 key, 33 bytes; empty in a coinbase
 */
public record TxInput(byte[] txid, long vout, byte[] signature, byte[] pubKey) {
  TxInput unsigned() {
    return new TxInput(txid, vout, new byte[0], pubKey);
  }
}
