// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.rustchain.chain.WalletAddress;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nothing is encrypted and nodes have no keys; only wallets do (BIP 340 over secp256k1). */
final class Keys {
  static final Map<String, String> LABELS = Map.of();

  private Keys() {}

  /** A wallet key in its notations. */
  static Identity identity(byte[] key) {
    byte[] publicKey = Secp256k1.publicKey(key);
    byte[] hash = Sha256.of(publicKey);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("pub_key", Hex.of(publicKey));
    notations.put("pub_key_hash", Hex.of(hash));
    notations.put("address", WalletAddress.of(hash));
    return new Identity(key, notations);
  }
}
