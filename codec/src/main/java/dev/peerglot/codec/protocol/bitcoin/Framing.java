// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The frame of the plain transport, v1 ({@code protocol.h}, {@code CMessageHeader}):
 *
 * <pre>
 *  0       4             16       20         24
 *  +-------+-------------+--------+----------+---- ... ----+
 *  | magic | command     | length | checksum | payload     |
 *  +-------+-------------+--------+----------+---- ... ----+
 *    4       12            u32le    first 4 bytes of SHA-256d(payload)
 * </pre>
 *
 * <p>Until February 2012 {@code version} and {@code verack} had no checksum: their header is 20
 * bytes. Core takes payloads up to 4,000,000 bytes; coins with larger blocks and btcd up to 32 MiB.
 */
final class Framing {
  static final int HEADER = 24;
  static final int MAGIC = 4;

  /** Magic, command and length: what headers of all times have. */
  static final int OLD_HEADER = 20;

  /** {@code MAX_PROTOCOL_MESSAGE_LENGTH} of {@code net.h}. */
  static final int LARGEST = 4_000_000;

  /** {@code MaxMessagePayload} of btcd, and enough for blocks of Bitcoin Cash. */
  static final int LARGEST_ELSEWHERE = 32 << 20;

  private static final Set<String> BITCOIN =
      Set.of(
          "bitcoin", "bitcoin-testnet3", "bitcoin-testnet4", "bitcoin-signet", "bitcoin-regtest");

  private Framing() {}

  /** Whether a network is one of Bitcoin itself. */
  static boolean isBitcoin(Network network) {
    return BITCOIN.contains(network.scheme());
  }

  /** The longest payload of a network. */
  static int limit(Network network) {
    return isBitcoin(network) ? LARGEST : LARGEST_ELSEWHERE;
  }

  /** The whole frame of a message. */
  static byte[] frame(Network network, String command, byte[] body) {
    if (body.length > limit(network)) {
      throw Malformed.limit(
          body.length + " bytes do not fit a frame of at most " + limit(network), -1);
    }
    Out out = new Out(HEADER + body.length).bytes(network.id());
    Command.write(out, command);
    return out.u32le(body.length).bytes(checksum(body)).bytes(body).toBytes();
  }

  /** The first four bytes of SHA-256d. */
  static byte[] checksum(byte[] body) {
    return checksum(body, 0, body.length);
  }

  static byte[] checksum(byte[] array, int offset, int length) {
    return Arrays.copyOf(Sha256.twice(array, offset, length), 4);
  }

  /**
   * The index, from {@code from} on, of the first waiting bytes that look like a header of one of
   * these magics; where the end of the waiting bytes may be the beginning of one, minus its index
   * minus one. With nothing found that is minus the number of waiting bytes minus one.
   */
  static int find(StreamBuffer buffer, int from, List<byte[]> magics, int limit) {
    return find(buffer, from, buffer.size(), magics, limit);
  }

  /** The same in the first {@code end} of the waiting bytes. */
  static int find(StreamBuffer buffer, int from, int end, List<byte[]> magics, int limit) {
    byte[] array = buffer.array();
    int start = buffer.index();
    boolean[] first = new boolean[256];
    for (int i = 0; i < magics.size(); i++) {
      first[magics.get(i)[0] & 0xff] = true;
    }
    for (int i = from; i < end; i++) {
      if (!first[array[start + i] & 0xff]) {
        continue;
      }
      for (byte[] magic : magics) {
        if (array[start + i] != magic[0] || !begins(array, start + i, end - i, magic)) {
          continue;
        }
        if (end - i < OLD_HEADER) {
          return -i - 1;
        }
        if (buffer.u32le(i + MAGIC + Command.SIZE) <= limit) {
          return i;
        }
      }
    }
    return -end - 1;
  }

  /** Whether {@code length} bytes may be the beginning of a header with this magic. */
  private static boolean begins(byte[] array, int index, int length, byte[] magic) {
    int same = Math.min(length, MAGIC);
    return Arrays.equals(array, index, index + same, magic, 0, same)
        && Command.isSound(array, index + same, Math.min(Command.SIZE, length - same));
  }

  private static final byte[] VERSION = {'v', 'e', 'r', 's', 'i', 'o', 'n', 0, 0, 0, 0, 0};

  /**
   * Whether a direction begins as the plain transport does: with a known magic and a sound command,
   * or with any magic and {@code version}. 1 for yes, 0 for no, -1 if more bytes must tell. A key
   * of the encrypted transport looks like that once in 2^96, so 16 bytes decide, mostly the first
   * 5.
   */
  static int startsPlain(StreamBuffer buffer, List<byte[]> magics) {
    return startsPlain(buffer.array(), buffer.index(), buffer.size(), magics);
  }

  static int startsPlain(byte[] array, int index, int size, List<byte[]> magics) {
    int length = Math.min(size, MAGIC + Command.SIZE);
    int named = Math.max(0, length - MAGIC);
    boolean plain = Arrays.equals(array, index + length - named, index + length, VERSION, 0, named);
    for (int i = 0; i < magics.size() && !plain; i++) {
      plain = begins(array, index, length, magics.get(i));
    }
    return !plain ? 0 : length < MAGIC + Command.SIZE ? -1 : 1;
  }

  /** Plain frames one after another, of the network that their magic names. */
  static Bare bare(Network network, byte[] bytes) {
    if (bytes.length < OLD_HEADER) {
      return Bare.NONE;
    }
    byte[] magic = Arrays.copyOf(bytes, MAGIC);
    Network named = Marks.network(magic, network);
    boolean command = Command.isSound(bytes, MAGIC);
    if (named == null ? !command || !checks(bytes) : !command) {
      return Bare.NONE;
    }
    Network used = named == null ? network.withId(magic) : named;
    Transcript transcript = new Transcript(new Handshake(used, new Secrets()), Limits.DEFAULT);
    transcript.feed(Side.DIALER, bytes);
    transcript.end(Side.DIALER, false);
    List<Event> events = new ArrayList<>();
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      if (event instanceof Event.Message || event instanceof Event.Broken) {
        events.add(event);
      }
    }
    return new Bare(used.scheme(), events, true);
  }

  /** Whether the first frame is whole and its checksum right. */
  private static boolean checks(byte[] bytes) {
    if (bytes.length < HEADER) {
      return false;
    }
    StreamBuffer buffer = new StreamBuffer();
    buffer.add(bytes, 0, HEADER);
    long length = buffer.u32le(OLD_HEADER - 4);
    return length <= bytes.length - HEADER
        && Arrays.equals(
            checksum(bytes, HEADER, (int) length), buffer.peek(OLD_HEADER, HEADER - OLD_HEADER));
  }
}
