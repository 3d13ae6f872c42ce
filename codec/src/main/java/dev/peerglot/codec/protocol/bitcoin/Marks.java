// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Likeness.Degree;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells that a stream is of this family, and of which network. Several coins share the magic
 * of regtest, so a network that somebody asked for, or the port, goes first.
 */
final class Marks {
  /** From how many bytes on noise can be told from something else. */
  static final int NOISE = 16;

  /** Those that are no private chain; of the others there may be any number. */
  private static final Map<Network, All> KNOWN = new ConcurrentHashMap<>();

  private static final List<byte[]> MAGICS = magics(Networks.MAIN);

  /** What was asked for last, mostly the same again. */
  private static volatile All last;

  /** A network and all known ones with another magic, and the magics of all these. */
  private record All(List<Network> networks, List<byte[]> magics) {}

  private Marks() {}

  /** The magics of a network and of all known ones. */
  static List<byte[]> magics(Network first) {
    return all(first).magics;
  }

  /** A network and all known ones with another magic. */
  static List<Network> known(Network first) {
    return all(first).networks;
  }

  private static All all(Network first) {
    All latest = last;
    if (latest != null && latest.networks.getFirst() == first) {
      return latest;
    }
    All known = KNOWN.get(first);
    if (known == null) {
      List<Network> networks = others(first);
      known = new All(networks, networks.stream().map(Network::id).toList());
      if (Networks.ALL.contains(first)) {
        KNOWN.put(first, known);
      }
    }
    last = known;
    return known;
  }

  private static List<Network> others(Network first) {
    List<Network> known = new ArrayList<>(List.of(first));
    for (Network network : Networks.ALL) {
      if (known.stream().noneMatch(k -> Arrays.equals(k.id(), network.id()))) {
        known.add(network);
      }
    }
    return known;
  }

  /** The network of a magic, the given one if it fits; null if no known one has it. */
  static Network network(byte[] magic, Network first) {
    for (Network network : known(first)) {
      if (Arrays.equals(network.id(), magic)) {
        return network;
      }
    }
    return null;
  }

  /** The network whose port that is, the first one where several have it; or null. */
  private static Network ofPort(int port) {
    for (Network network : Networks.ALL) {
      if (network.port() == port) {
        return network;
      }
    }
    return null;
  }

  /** How much the first bytes of a stream look like this family. */
  static Likeness likeness(Opening opening, Secrets secrets) {
    Network usual = ofPort(opening.port());
    boolean undecided = false;
    for (Side side : Side.values()) {
      byte[] first = opening.of(side);
      int starts = Framing.startsPlain(first, 0, first.length, MAGICS);
      if (starts == 1) {
        return plain(first, 0, usual);
      }
      undecided |= starts < 0 && first.length > 0;
      int joined = joined(first);
      if (joined >= 0) {
        return plain(first, joined, usual);
      }
    }
    return undecided && !opening.complete()
        ? Likeness.UNDECIDED
        : encrypted(opening, usual, secrets);
  }

  /** The index of a header with a known magic, where a capture begins in the middle; or -1. */
  private static int joined(byte[] first) {
    StreamBuffer buffer = new StreamBuffer();
    buffer.add(first, 0, first.length);
    return Math.max(-1, Framing.find(buffer, 0, MAGICS, Framing.LARGEST_ELSEWHERE));
  }

  private static Likeness plain(byte[] array, int index, Network usual) {
    byte[] magic = Arrays.copyOfRange(array, index, index + Framing.MAGIC);
    Network network = network(magic, usual == null ? Networks.MAIN : usual);
    boolean version = Command.read(array, index + Framing.MAGIC).equals(Messages.VERSION);
    return network == null
        ? new Likeness(Degree.LIKELY, Networks.MAIN.withId(magic))
        : new Likeness(index == 0 || version ? Degree.CERTAIN : Degree.LIKELY, network);
  }

  /**
   * Without a secret the encrypted transport looks like nothing but noise in both directions; with
   * one, the terminators tell the network as soon as one of them is there.
   */
  private static Likeness encrypted(Opening opening, Network usual, Secrets secrets) {
    byte[] dialer = opening.dialer();
    byte[] listener = opening.listener();
    if (!isNoise(dialer) || !isNoise(listener)) {
      return Likeness.NO;
    }
    if (dialer.length < Packets.KEY || listener.length < Packets.KEY) {
      if (!opening.complete()) {
        return Likeness.UNDECIDED;
      }
      boolean one = Math.max(dialer.length, listener.length) >= Packets.KEY;
      return one && usual != null ? new Likeness(Degree.POSSIBLE, usual) : Likeness.NO;
    }
    Network first = usual == null ? Networks.MAIN : usual;
    byte[] dialled = Arrays.copyOf(dialer, Packets.KEY);
    byte[] listened = Arrays.copyOf(listener, Packets.KEY);
    Keys.Agreement agreement = Keys.agree(secrets, first, dialled, listened);
    if (agreement.sessions().isEmpty()) {
      return new Likeness(usual == null ? Degree.POSSIBLE : Degree.LIKELY, usual);
    }
    for (Keys.Session session : agreement.sessions()) {
      for (Side side : Side.values()) {
        if (contains(opening.of(side), session.terminator(side))) {
          return new Likeness(Degree.CERTAIN, session.network());
        }
      }
    }
    return opening.complete() ? new Likeness(Degree.CERTAIN, usual) : Likeness.UNDECIDED;
  }

  private static boolean contains(byte[] array, byte[] part) {
    for (int i = Packets.KEY; i + part.length <= array.length; i++) {
      if (array[i] == part[0] && Arrays.equals(array, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the first 64 bytes, or what there is of them, may be random: not a TLS record, not too
   * much text, about half of the bits set and few bytes twice. Fails for less than one key in
   * millions.
   */
  static boolean isNoise(byte[] bytes) {
    int length = Math.min(bytes.length, Packets.KEY);
    if (length < NOISE) {
      return true;
    }
    if (bytes[0] == 0x16 && bytes[1] == 0x03) {
      return false;
    }
    int printable = 0;
    int ones = 0;
    BitSet values = new BitSet();
    for (int i = 0; i < length; i++) {
      printable += bytes[i] >= 0x20 && bytes[i] < 0x7f ? 1 : 0;
      ones += Integer.bitCount(bytes[i] & 0xff);
      values.set(bytes[i] & 0xff);
    }
    return printable < length * 7 / 8
        && Math.abs(ones - 4 * length) < 6 * Math.sqrt(2 * length)
        && values.cardinality() > length * 5 / 8;
  }
}
