// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.text.Base32;
import dev.peerglot.codec.text.Base58;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Peer ids: a multihash of the encoded public key, {@code 00 len key} where that has at most 42
 * bytes, {@code 12 20 SHA-256} otherwise. Written in base58; CIDs of version 1 in base32 or base58
 * are read too ({@code libp2p/specs/peer-ids}).
 */
public final class PeerIds {
  private static final int INLINE = 42;
  private static final int SHA256 = 0x12;
  private static final int DIGEST = 32;
  private static final byte[] CID = {1, 0x72};

  /** A peer id in a window of its own; bytes that are none are shown as hex behind 0x. */
  public static final Leaf<byte[]> WIRE =
      Leaf.of(
          "peer id",
          0,
          in -> in.rest(),
          (out, id) -> out.bytes(id),
          PeerIds::spell,
          PeerIds::parse,
          random -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            return of(PublicKeys.ed25519(key));
          });

  /** What a peer is asked for: any bytes, shown as hex; people may also give a peer id. */
  public static final Leaf<byte[]> KEY =
      Leaf.of(
          "bytes or peer id",
          0,
          in -> in.rest(),
          (out, key) -> out.bytes(key),
          Hex::of,
          PeerIds::parseKey,
          random -> {
            byte[] key = new byte[random.nextInt(40)];
            random.nextBytes(key);
            return key;
          });

  private PeerIds() {}

  private static byte[] parseKey(String text) {
    try {
      return Hex.parse(text);
    } catch (Malformed e) {
      try {
        return parse(text);
      } catch (IllegalArgumentException none) {
        throw new IllegalArgumentException("in hex, or as 12D3KooW…, Qm… or bafz…", none);
      }
    }
  }

  /** The id of an encoded public key. */
  public static byte[] of(byte[] encoded) {
    return encoded.length <= INLINE
        ? new Out().u8(0).u8(encoded.length).bytes(encoded).toBytes()
        : new Out().u8(SHA256).u8(DIGEST).bytes(Sha256.of(encoded)).toBytes();
  }

  /** Whether these bytes are a peer id. */
  public static boolean isId(byte[] id) {
    return id.length >= 2
        && id[1] == id.length - 2
        && (id[0] == 0 && id[1] <= INLINE || id[0] == SHA256 && id[1] == DIGEST);
  }

  /** The encoded key that an id holds, if it holds one. */
  public static Optional<byte[]> key(byte[] id) {
    return isId(id) && id[0] == 0
        ? Optional.of(Arrays.copyOfRange(id, 2, id.length))
        : Optional.empty();
  }

  /** The text of an id; of bytes that are none, hex behind 0x. */
  public static String spell(byte[] id) {
    return isId(id) ? Base58.encode(id) : "0x" + Hex.of(id);
  }

  /**
   * The id of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] parse(String text) {
    if (text.startsWith("0x")) {
      return raw(text.substring(2));
    }
    byte[] id = decode(text);
    if (!isId(id)) {
      throw new IllegalArgumentException("as 12D3KooW…, Qm… or bafz…");
    }
    return id;
  }

  /** The bytes of hex digits. */
  static byte[] raw(String digits) {
    try {
      return Hex.parse(digits);
    } catch (Malformed e) {
      throw new IllegalArgumentException("as 0x… with hex digits", e);
    }
  }

  private static byte[] decode(String text) {
    if (text.startsWith("1") || text.startsWith("Qm")) {
      return Base58.decode(text);
    }
    byte[] cid =
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
          case 'b' -> Base32.decode(text.substring(1).toLowerCase(Locale.ROOT));
          case 'z' -> Base58.decode(text.substring(1));
          default -> new byte[0];
        };
    return cid.length > 2 && Arrays.equals(cid, 0, 2, CID, 0, 2)
        ? Arrays.copyOfRange(cid, 2, cid.length)
        : new byte[0];
  }
}
