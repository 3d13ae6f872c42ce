// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.text.Base58;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A public address: 32 bytes, the Ed25519 public key of an account, validator or node, or the hash
 * that is a contract's. Shown as hex, with the notation of wallets beside it: base64url without
 * padding, 43 characters. Read in both, and as a libp2p peer id ({@code 12D3KooW...}), which is the
 * six bytes {@code 002408011220} and the address.
 */
public final class PublicAddress implements Type<byte[]> {
  /** Size in bytes. */
  public static final int SIZE = 32;

  /** The one of it. */
  public static final PublicAddress address = new PublicAddress();

  private static final byte[] PEER_ID = Hex.parse("002408011220");
  private static final Names NOTATION = Names.values();

  private PublicAddress() {}

  /** The notation of wallets. */
  public static String spell(byte[] address) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(address);
  }

  /**
   * The address in any notation.
   *
   * @throws IllegalArgumentException for a text that spells none
   */
  public static byte[] parse(String text) {
    byte[] bytes = bytes(text);
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException(
          "an address is 32 bytes: 43 characters of base64url, 64 of hex, or a peer id");
    }
    return bytes;
  }

  private static byte[] bytes(String text) {
    try {
      if (text.length() == 2 * SIZE) {
        return Hex.parse(text);
      }
      if (text.length() == 43) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        return spell(bytes).equals(text) ? bytes : new byte[0];
      }
      byte[] id = text.length() < 100 ? Base58.decode(text) : new byte[0];
      return ofPeerId(id);
    } catch (Malformed | IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The address in a peer id; empty for an id that is not one of an Ed25519 key. */
  public static byte[] ofPeerId(byte[] id) {
    int prefix = PEER_ID.length;
    boolean fits = id.length == prefix + SIZE && Arrays.equals(id, 0, prefix, PEER_ID, 0, prefix);
    return fits ? Arrays.copyOfRange(id, prefix, id.length) : new byte[0];
  }

  /** The peer id of an address: 38 bytes. */
  public static byte[] peerId(byte[] address) {
    return new Out(PEER_ID.length + SIZE).bytes(PEER_ID).bytes(address).toBytes();
  }

  @Override
  public String name() {
    return "address";
  }

  @Override
  public int atLeast() {
    return SIZE;
  }

  /** No words are known beforehand; that there are some gives the notation its place in JSON. */
  @Override
  public Names names() {
    return NOTATION;
  }

  @Override
  public byte[] read(In in) {
    return in.bytes(SIZE);
  }

  @Override
  public void write(Out out, byte[] value) {
    if (value.length != SIZE) {
      throw new IllegalArgumentException(value.length + " bytes where an address has " + SIZE);
    }
    out.bytes(value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    int index = in.take(SIZE);
    sink.hex(in.array(), index, SIZE, false, from, in.at());
    sink.meaning(spell(Arrays.copyOfRange(in.array(), index, index + SIZE)));
  }

  @Override
  public void build(Source source, Out out) {
    try {
      out.bytes(parse(source.text()));
    } catch (IllegalArgumentException e) {
      throw source.wrong(e.getMessage());
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    byte[] value = new byte[SIZE];
    random.nextBytes(value);
    out.bytes(value);
  }
}
