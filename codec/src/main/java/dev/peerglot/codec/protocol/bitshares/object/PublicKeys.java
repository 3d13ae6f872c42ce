// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.text.Base58;
import dev.peerglot.crypto.hash.Ripemd160;
import dev.peerglot.crypto.hash.Sha512;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Public keys and addresses as text ({@code types.cpp}, {@code address.cpp}): the prefix of the
 * chain, then base58 of the bytes and the first four bytes of their RIPEMD-160. The prefix is
 * mainnet's unless the sink wants another one (see {@link KeyPrefix}); all known ones are read.
 */
public final class PublicKeys implements Type<byte[]> {
  /** A compressed secp256k1 point, 33 bytes, or zeros for none; not checked for being on it. */
  public static final PublicKeys key = new PublicKeys("public_key", 33);

  /** RIPEMD-160 of SHA-512 of a key, 20 bytes. */
  static final PublicKeys address = new PublicKeys("address", 20);

  private static final int CHECKSUM = 4;
  private static final int LONGEST = 60;

  private final String name;
  private final int size;

  private PublicKeys(String name, int size) {
    this.name = name;
    this.size = size;
  }

  /** The text of a key or an address as that sink wants it. */
  static String spell(byte[] bytes, Sink sink) {
    return spell(bytes, sink instanceof KeyPrefix.Listener wish ? wish.prefix() : KeyPrefix.MAIN);
  }

  /** The text of a key or an address with a prefix. */
  public static String spell(byte[] bytes, String prefix) {
    byte[] checked = Arrays.copyOf(bytes, bytes.length + CHECKSUM);
    System.arraycopy(Ripemd160.of(bytes), 0, checked, bytes.length, CHECKSUM);
    return prefix + Base58.encode(checked);
  }

  private byte[] parse(Source source) {
    String text = source.text();
    for (String prefix : KeyPrefix.ALL) {
      if (text.startsWith(prefix) && text.length() <= LONGEST) {
        byte[] checked = decode(source, text.substring(prefix.length()));
        byte[] bytes = Arrays.copyOf(checked, size);
        if (checked.length != size + CHECKSUM
            || !Arrays.equals(Ripemd160.of(bytes), 0, CHECKSUM, checked, size, size + CHECKSUM)) {
          throw source.wrong(name + " whose checksum fits");
        }
        return bytes;
      }
    }
    throw source.wrong(name + " beginning with " + String.join(" or ", KeyPrefix.ALL));
  }

  private byte[] decode(Source source, String text) {
    try {
      return Base58.decode(text);
    } catch (IllegalArgumentException e) {
      throw source.wrong(name + ", but " + e.getMessage());
    }
  }

  /** The address of a key, 20 bytes: what sets of keys are sorted by. */
  static byte[] addressOf(byte[] key) {
    return Ripemd160.of(Sha512.of(key));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atLeast() {
    return size;
  }

  @Override
  public byte[] read(In in) {
    return in.bytes(size);
  }

  @Override
  public void write(Out out, byte[] value) {
    if (value.length != size) {
      throw new IllegalArgumentException(value.length + " bytes where " + size + " belong");
    }
    out.bytes(value);
  }

  @Override
  public void walk(In in, Sink sink) {
    int from = in.at();
    if (sink == Deaf.SINK) {
      in.take(size);
    } else {
      byte[] bytes = in.bytes(size);
      sink.text(spell(bytes, sink), from, in.at());
    }
  }

  @Override
  public void build(Source source, Out out) {
    out.bytes(parse(source));
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    out.bytes(bytes);
  }
}
