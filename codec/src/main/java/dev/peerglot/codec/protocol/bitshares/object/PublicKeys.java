// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.text.Base58;
import dev.peerglot.crypto.hash.Ripemd160;
import dev.peerglot.crypto.hash.Sha512;
import java.util.Arrays;
import java.util.List;

/**
 * Public keys and addresses as text ({@code types.cpp}, {@code address.cpp}): the prefix of the
 * chain, then base58 of the bytes and the first four bytes of their RIPEMD-160. Written with the
 * prefix of mainnet; that of the public testnet is read as well.
 */
public final class PublicKeys {
  /** A compressed secp256k1 point, 33 bytes, or zeros for none; not checked for being on it. */
  public static final Leaf<byte[]> key = leaf("public_key", 33);

  /** RIPEMD-160 of SHA-512 of a key, 20 bytes. */
  static final Leaf<byte[]> address = leaf("address", 20);

  private static final String PREFIX = "BTS";
  private static final List<String> PREFIXES = List.of(PREFIX, "TEST");
  private static final int CHECKSUM = 4;
  private static final int LONGEST = 60;

  private PublicKeys() {}

  private static Leaf<byte[]> leaf(String name, int size) {
    return Leaf.of(
        name,
        size,
        in -> in.bytes(size),
        (out, bytes) -> out.bytes(bytes),
        PublicKeys::spell,
        text -> parse(text, size),
        random -> {
          byte[] bytes = new byte[size];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  /** The text of a key or an address. */
  public static String spell(byte[] bytes) {
    byte[] checked = Arrays.copyOf(bytes, bytes.length + CHECKSUM);
    System.arraycopy(Ripemd160.of(bytes), 0, checked, bytes.length, CHECKSUM);
    return PREFIX + Base58.encode(checked);
  }

  private static byte[] parse(String text, int size) {
    for (String prefix : PREFIXES) {
      if (text.startsWith(prefix) && text.length() <= LONGEST) {
        byte[] checked = Base58.decode(text.substring(prefix.length()));
        byte[] bytes = Arrays.copyOf(checked, size);
        if (checked.length == size + CHECKSUM
            && Arrays.equals(Ripemd160.of(bytes), 0, CHECKSUM, checked, size, size + CHECKSUM)) {
          return bytes;
        }
        throw new IllegalArgumentException("whose checksum fits");
      }
    }
    throw new IllegalArgumentException("beginning with " + PREFIX);
  }

  /** The address of a key, 20 bytes: what sets of keys are sorted by. */
  static byte[] address(byte[] key) {
    return Ripemd160.of(Sha512.of(key));
  }
}
