// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.cli.decode.Recording.Packet;
import dev.peerglot.codec.schema.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Recordings of real nodes, captured in every bad way, through the whole of {@code decode}: what is
 * present is told, nothing is invented, and the balance holds.
 */
final class DamageTest {
  @TempDir private Path folder;
  private final Random random = new Random(20_260_601);

  /** The recordings, with what opens them. */
  enum Traffic {
    BITCOIN_V1("bitcoin-v1-addrv2.pcap", 6),
    BITCOIN_V2("bitcoin-v2-addrv2.pcap", 6),
    BITSHARES("bitshares-crawl.pcap", 8),
    RUSTCHAIN("rustchain.pcap", 1),
    /** Of 2.x only the first messages tell which network it is. */
    WITNET("witnet.pcap", 1, "--as", "witnet-development"),
    PARALLELCHAIN("parallelchain.pcap", 1, "--as", "parallelchain");

    private final String file;
    private final int rounds;
    private final List<String> options;

    Traffic(String file, int rounds, String... options) {
      this.file = file;
      this.rounds = rounds;
      this.options = List.of(options);
    }

    private static boolean isWhole(BitSet there) {
      return there.nextClearBit(0) == there.length();
    }

    Damaged open(Path folder) throws IOException {
      Path keys = folder.resolve("keys.txt");
      Files.writeString(keys, Secrets.keyLog());
      Damaged.Excuse excuse =
          switch (this) {
            case BITCOIN_V1, RUSTCHAIN, WITNET -> Damaged.Excuse.NONE;
            // What is missing before it may be any number of packets, and each counts.
            case BITCOIN_V2 ->
                (message, there, other) ->
                    there.nextClearBit(0) < message.at() || other.nextClearBit(0) < 64;
            // A block needs the one before it, and a frame is believed when its successor fits.
            case BITSHARES ->
                (message, there, other) ->
                    there.nextClearBit(0) < message.at() || other.nextClearBit(0) < 33;
            // A frame counts those before it, and what substreams speak is agreed in both
            // directions.
            case PARALLELCHAIN ->
                (message, there, other) -> other.isEmpty() || !isWhole(there) || !isWhole(other);
          };
      List<String> words = new ArrayList<>(options);
      words.addAll(List.of("--keys", keys.toString()));
      return new Damaged(Recording.shared(file), folder, words, excuse);
    }
  }

  private void rounds(Traffic traffic, String what, Change change) throws IOException {
    Damaged damaged = traffic.open(folder);
    for (int i = 0; i < traffic.rounds; i++) {
      List<Packet> captured = new ArrayList<>(damaged.packets());
      change.to(captured);
      Source balance = damaged.check(what + " " + i, captured);
      if (what.equals("holes")) {
        long missing = damaged.payload(damaged.packets()) - damaged.payload(captured);
        assertEquals(missing, Run.number(balance, "missing"), what + " " + i);
      }
    }
  }

  private interface Change {
    void to(List<Packet> captured);
  }

  /** Gives every packet the time of its place, as a capture that is out of order has it. */
  private static void keepTimes(List<Packet> captured, List<Packet> before) {
    for (int i = 0; i < captured.size(); i++) {
      captured.set(i, captured.get(i).at(before.get(i).micros()));
    }
  }

  private void shuffle(List<Packet> captured, int window) {
    List<Packet> before = List.copyOf(captured);
    for (int i = 0; i < captured.size(); i += window) {
      Collections.shuffle(captured.subList(i, Math.min(captured.size(), i + window)), random);
    }
    if (random.nextBoolean()) {
      keepTimes(captured, before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outOfOrder(Traffic traffic) throws IOException {
    rounds(traffic, "out of order", captured -> shuffle(captured, 2 + random.nextInt(30)));
  }

  @ParameterizedTest
  @EnumSource
  void inAnyOrderAtAll(Traffic traffic) throws IOException {
    rounds(traffic, "any order", captured -> shuffle(captured, captured.size()));
  }

  @ParameterizedTest
  @EnumSource
  void repeatedSplitAndOverlapping(Traffic traffic) throws IOException {
    rounds(traffic, "segmented anew", captured -> segment(captured, 3));
  }

  @ParameterizedTest
  @EnumSource
  void segmentedAnewAndOutOfOrder(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "segmented anew, out of order",
        captured -> {
          segment(captured, 2);
          shuffle(captured, 2 + random.nextInt(20));
        });
  }

  private void segment(List<Packet> captured, int share) {
    List<Packet> whole = List.copyOf(captured);
    captured.clear();
    for (Packet packet : whole) {
      int length = packet.length();
      if (length > 1 && random.nextInt(share) == 0) {
        int cut = 1 + random.nextInt(length - 1);
        captured.add(packet.part(0, cut));
        captured.add(packet.part(cut - random.nextInt(cut + 1), length));
      } else {
        captured.add(packet);
      }
      if (random.nextInt(4) == 0) {
        captured.add(
            captured.get(captured.size() - 1 - random.nextInt(Math.min(20, captured.size()))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneByteSegments(Traffic traffic) throws IOException {
    Damaged damaged = traffic.open(folder);
    List<Packet> captured = new ArrayList<>();
    for (Packet packet : damaged.packets()) {
      if (packet.length() == 0) {
        captured.add(packet);
      }
      for (int i = 0; i < packet.length(); i++) {
        captured.add(packet.part(i, i + 1));
      }
    }
    damaged.check("a byte a segment", captured);
  }

  @ParameterizedTest
  @EnumSource
  void segmentsLost(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "lost",
        captured -> {
          int share = 2 + random.nextInt(30);
          captured.removeIf(packet -> random.nextInt(share) == 0);
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneSegmentLost(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "one lost",
        captured -> {
          List<Packet> full = captured.stream().filter(p -> p.length() > 0).toList();
          captured.remove(full.get(random.nextInt(full.size())));
        });
  }

  @ParameterizedTest
  @EnumSource
  void lostAndSegmentedAnewAndOutOfOrder(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "lost, segmented anew, out of order",
        captured -> {
          segment(captured, 3);
          captured.removeIf(packet -> random.nextInt(20) == 0);
          shuffle(captured, 2 + random.nextInt(10));
        });
  }

  @ParameterizedTest
  @EnumSource
  void joinedInTheMiddle(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "joined in the middle",
        captured -> captured.subList(0, random.nextInt(captured.size())).clear());
  }

  @ParameterizedTest
  @EnumSource
  void leftInTheMiddle(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "left in the middle",
        captured -> captured.subList(random.nextInt(captured.size()), captured.size()).clear());
  }

  @ParameterizedTest
  @EnumSource
  void oneDirectionOnly(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "one direction",
        captured -> {
          boolean smaller = random.nextBoolean();
          captured.removeIf(p -> p.source().compareTo(p.destination()) < 0 == smaller);
        });
  }

  /** Not for rustchain, where a message is a connection: without it nothing is recognised. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUSTCHAIN")
  void holesAreCounted(Traffic traffic) throws IOException {
    rounds(
        traffic,
        "holes",
        captured -> {
          Map<String, Integer> last = new HashMap<>();
          captured.forEach(p -> last.merge(p.direction(), p.sequence() + p.length(), Math::max));
          captured.removeIf(
              p ->
                  isPlain(p)
                      && p.sequence() + p.length() != last.get(p.direction())
                      && random.nextInt(6) == 0);
        });
  }

  /**
   * A segment of data that carries neither SYN nor FIN; behind the last one nothing tells of it.
   */
  private static boolean isPlain(Packet packet) {
    return packet.length() > 0 && !packet.has(Recording.SYN) && !packet.has(Recording.FIN);
  }
}
