// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.decode.Recording.Packet;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what is decoded from a mistreated recording with what is decoded from the whole one:
 * nothing that is there may be lost, nothing invented, and the byte balance must hold.
 */
final class Damaged {
  /** A message: its place, its size, and everything that was said of it but for the time. */
  record Told(long at, long size, String what) {
    long end() {
      return at + size;
    }
  }

  /** What may be lost although all of its bytes are there. */
  interface Excuse {
    /** No excuse. */
    Excuse NONE = (message, there, other) -> false;

    /**
     * Whether a message may be lost.
     *
     * @param there the bytes of its direction that are there
     * @param other those of the other one
     */
    boolean covers(Told message, BitSet there, BitSet other);
  }

  private final List<Packet> packets;
  private final List<String> options;
  private final Excuse excuse;
  private final Path folder;
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, List<Told>> truth;

  Damaged(Path recording, Path folder, List<String> options, Excuse excuse) throws IOException {
    this.packets = Recording.read(recording);
    this.folder = folder;
    this.options = options;
    this.excuse = excuse;
    Set<String> again = new HashSet<>();
    for (Packet packet : packets) {
      if (packet.has(Recording.SYN)) {
        Integer before = starts.put(packet.direction(), packet.sequence() + 1);
        if (before != null && before != packet.sequence() + 1) {
          again.addAll(List.of(packet.direction(), opposite(packet.direction())));
        }
      }
    }
    // Only connections that begin in the recording, and whose ports were not used twice.
    packets.removeIf(p -> again.contains(p.direction()) || !starts.containsKey(p.direction()));
    Map<String, List<Told>> told = new LinkedHashMap<>();
    tell(decode(packets))
        .forEach((key, list) -> told.put(key.substring(key.indexOf(' ') + 1), list));
    truth = told;
  }

  List<Packet> packets() {
    return packets;
  }

  private Run decode(List<Packet> captured, String... more) throws IOException {
    Path file = folder.resolve("damaged.pcap");
    Files.write(file, Recording.write(captured));
    List<Object> words = new ArrayList<>(List.of("decode", file));
    words.addAll(options);
    words.addAll(List.of(more));
    return Run.of(words.toArray()).well();
  }

  /** The messages of each direction of each stream. */
  private static Map<String, List<Told>> tell(Run run) {
    Map<String, List<Told>> told = new LinkedHashMap<>();
    for (String line : run.lines()) {
      int from = line.indexOf("\"message\":");
      if (from >= 0) {
        Source record = JsonSource.parse(line);
        String ends = Run.text(record, "src") + ">" + Run.text(record, "dst");
        String what = line.substring(from);
        Told message = new Told(Run.number(record, "at"), Run.number(record, "size"), what);
        told.computeIfAbsent(Run.text(record, "stream") + " " + ends, k -> new ArrayList<>())
            .add(message);
      }
    }
    return told;
  }

  private Map<String, BitSet> present(List<Packet> captured) {
    Map<String, BitSet> present = new HashMap<>();
    for (Packet packet : captured) {
      int from = packet.sequence() - starts.get(packet.direction());
      if (packet.length() > 0) {
        present
            .computeIfAbsent(packet.direction(), d -> new BitSet())
            .set(from, from + packet.length());
      }
    }
    return present;
  }

  /** How many bytes of payload are there, each counted once. */
  long payload(List<Packet> captured) {
    return present(captured).values().stream().mapToLong(BitSet::cardinality).sum();
  }

  /** Checks one capture; returns its balance. */
  Source check(String what, List<Packet> captured) throws IOException {
    Map<String, BitSet> present = present(captured);
    Set<String> found = new HashSet<>();
    tell(decode(captured))
        .forEach(
            (key, messages) -> {
              String direction = key.substring(key.indexOf(' ') + 1);
              checkInvented(what, direction, messages, present.get(direction), found);
            });
    truth.forEach(
        (direction, messages) -> {
          BitSet there = present.getOrDefault(direction, new BitSet());
          BitSet other = present.getOrDefault(opposite(direction), new BitSet());
          for (Told message : messages) {
            boolean whole = there.nextClearBit((int) message.at()) >= message.end();
            if (whole && !excuse.covers(message, there, other)) {
              assertTrue(
                  found.contains(direction + message.at()),
                  () -> what + ": lost in " + direction + ": " + message);
            }
          }
        });
    return checkBalance(what, captured);
  }

  private static String opposite(String direction) {
    int sign = direction.indexOf('>');
    return direction.substring(sign + 1) + ">" + direction.substring(0, sign);
  }

  private void checkInvented(
      String what, String direction, List<Told> messages, BitSet there, Set<String> found) {
    List<Told> all = truth.getOrDefault(direction, List.of());
    long shift = shift(all, messages);
    assertTrue(shift >= 0, () -> what + ": invented in " + direction + ": " + messages);
    for (Told message : messages) {
      long at = message.at() + shift;
      assertTrue(
          there.nextClearBit((int) at) >= at + message.size(),
          () -> what + ": told of bytes that are not there: " + message);
      assertTrue(found.add(direction + at), () -> what + ": told twice: " + message);
    }
  }

  /** By how much all places differ from the true ones; -1 if the messages are not all true. */
  private static long shift(List<Told> all, List<Told> messages) {
    for (Told first : all) {
      long shift = first.at() - messages.getFirst().at();
      boolean fits = shift >= 0;
      for (Told each : messages) {
        fits &= all.contains(new Told(each.at() + shift, each.size(), each.what()));
      }
      if (fits) {
        return shift;
      }
    }
    return -1;
  }

  private Source checkBalance(String what, List<Packet> captured) throws IOException {
    Run run = decode(captured, "--stats", "--json");
    Source balance = run.record();
    long known = Run.number(balance, "captured");
    assertEquals(
        payload(captured),
        known + Run.number(balance, "foreign"),
        what + ": captured " + run.out());
    assertEquals(
        known,
        Run.number(balance, "decoded") + Run.number(balance, "undecoded"),
        what + ": balance " + run.out());
    assertFalse(run.out().contains("null"), run.out());
    return balance;
  }
}
