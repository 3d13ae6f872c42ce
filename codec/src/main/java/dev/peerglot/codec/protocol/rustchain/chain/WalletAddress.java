// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.codec.text.Base58;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;

/**
 * A wallet address: base58 of 01, the SHA-256 of the compressed key, and the first four bytes of
 * SHA-256 twice over both ({@code wallet.rs} of {@code bkunyiha/blockchain@fd176b6}).
 */
public final class WalletAddress {
  private static final int VERSION = 1;
  private static final int CHECK = 4;

  private WalletAddress() {}

  /** The address of a key's hash. */
  public static String of(byte[] pubKeyHash) {
    byte[] bytes = new byte[1 + pubKeyHash.length + CHECK];
    bytes[0] = VERSION;
    System.arraycopy(pubKeyHash, 0, bytes, 1, pubKeyHash.length);
    byte[] body = Arrays.copyOf(bytes, bytes.length - CHECK);
    System.arraycopy(Sha256.of(Sha256.of(body)), 0, bytes, body.length, CHECK);
    return Base58.encode(bytes);
  }
}
