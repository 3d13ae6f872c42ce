// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.filter;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.crypto.hash.Sha256;
import dev.peerglot.crypto.hash.SipHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A basic block filter (BIP 158): a Golomb-coded set. Bytes: the number of elements as CompactSize,
 * then their sorted values as differences, each a quotient by 2^19 in ones closed by a zero, and 19
 * bits of remainder. A value is SipHash-2-4 of the script under the block's hash, scaled to N *
 * 784931. A script that is in the block always matches; another one does once in 784,931 times.
 *
 * @param key the block's hash in digest order; its first 16 bytes are the SipHash key
 * @param values sorted, unsigned, as many as elements
 */
public record BlockFilter(byte[] key, long[] values) {
  /** Number of the type in messages. */
  public static final int BASIC = 0;

  private static final int P = 19;
  private static final long M = 784_931;

  /**
   * The filter in the bytes of a {@code cfilter} message.
   *
   * @throws Malformed if they are no filter; bytes left over are one, too
   */
  public static BlockFilter read(byte[] blockHash, byte[] filter) {
    In in = new In(filter);
    long count = Primitives.count.get(in);
    if (count * (P + 1) > 8L * in.left()) {
      throw Malformed.wrong(count + " elements in " + in.left() + " bytes", 0);
    }
    Bits.Reader bits = new Bits.Reader(filter, in.at());
    long[] values = new long[(int) count];
    long value = 0;
    for (int i = 0; i < values.length; i++) {
      long quotient = 0;
      while (bits.bit() != 0) {
        quotient++;
      }
      value += (quotient << P) + bits.bits(P);
      values[i] = value;
    }
    int end = count == 0 ? in.at() : bits.index();
    if (end != filter.length) {
      throw Malformed.wrong(filter.length - end + " bytes left over behind the filter", end);
    }
    return new BlockFilter(blockHash, values);
  }

  /** The filter over scripts; a script that is there twice counts once, an empty one not at all. */
  public static BlockFilter over(byte[] blockHash, Collection<byte[]> scripts) {
    List<byte[]> items =
        scripts.stream()
            .filter(script -> script.length > 0)
            .map(java.nio.ByteBuffer::wrap)
            .distinct()
            .map(java.nio.ByteBuffer::array)
            .toList();
    long[] values = hashes(blockHash, items, items.size());
    return new BlockFilter(blockHash, values);
  }

  /** Whether an output's script goes into the filter: not if it is empty or begins with RETURN. */
  public static boolean counts(byte[] outputScript) {
    return outputScript.length > 0 && outputScript[0] != 0x6a;
  }

  private static long[] hashes(byte[] key, Collection<byte[]> items, long elements) {
    SipHash hash = SipHash.keyed(key);
    long range = elements * M;
    long[] values = new long[items.size()];
    int next = 0;
    for (byte[] item : items) {
      values[next++] = Math.unsignedMultiplyHigh(hash.of(item), range);
    }
    Arrays.sort(values);
    return values;
  }

  /** The bytes as a {@code cfilter} message carries them. */
  public byte[] toBytes() {
    Out out = new Out();
    Primitives.count.put(out, values.length);
    Bits.Writer bits = new Bits.Writer(out);
    long last = 0;
    for (long value : values) {
      long difference = value - last;
      last = value;
      for (long ones = difference >> P; ones > 0; ones--) {
        bits.bit(1);
      }
      bits.bit(0);
      bits.bits(difference, P);
    }
    bits.close();
    return out.toBytes();
  }

  /** Whether the block may hold this script; false is certain. */
  public boolean mayHold(byte[] script) {
    return mayHoldAny(List.of(script));
  }

  /** Whether the block may hold any of these scripts; false is certain. */
  public boolean mayHoldAny(Collection<byte[]> scripts) {
    long[] wanted = hashes(key, scripts, values.length);
    int i = 0;
    for (long value : wanted) {
      while (i < values.length && values[i] < value) {
        i++;
      }
      if (i < values.length && values[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** The hash of a filter's bytes, in digest order. */
  public static byte[] hash(byte[] filter) {
    return Sha256.twice(filter);
  }

  /** The header that commits to a filter hash and all before it (BIP 157), in digest order. */
  public static byte[] header(byte[] filterHash, byte[] previousHeader) {
    byte[] both = Arrays.copyOf(filterHash, 64);
    System.arraycopy(previousHeader, 0, both, 32, 32);
    return Sha256.twice(both);
  }
}
