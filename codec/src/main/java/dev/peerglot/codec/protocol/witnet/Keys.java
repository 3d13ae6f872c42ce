// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.text.Bech32;
import dev.peerglot.crypto.curve.Secp256k1;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nothing on this wire is secret, so no key log opens anything. Keys belong to accounts, which sign
 * blocks, votes and transactions; peers have none.
 */
final class Keys {
  static final Map<String, String> LABELS = Map.of();

  private Keys() {}

  /** An account key in the notations of Witnet's people. */
  static Identity identity(byte[] key) {
    byte[] publicKey = Secp256k1.publicKey(key);
    byte[] account = Accounts.of(publicKey);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("public_key", Hex.of(publicKey));
    notations.put("pkh", Hex.of(account));
    notations.put("address", Bech32.encodeBytes("wit", account));
    notations.put("address_testnet", Bech32.encodeBytes("twit", account));
    return new Identity(key, notations);
  }
}
