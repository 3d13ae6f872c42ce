// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.schema.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One conversation in every kind of capture, written by other programs and kept in {@code
 * test/resources/inputs}: exact counts, on machines without those programs too.
 */
final class InputSamplesTest {
  private static final int BYTES = 416;

  private static Path sample(String name) {
    return Recording.root("cli/src/test/resources/inputs").resolve(name);
  }

  private static List<String> fields(Path file) {
    return Run.of("decode", file).well().lines().stream()
        .map(line -> line.substring(line.indexOf(",\"at\"")))
        .toList();
  }

  private static Source balance(Path file) {
    return Run.of("decode", file, "--stats", "--json").well().record();
  }

  @Test
  void theConversation() {
    assertEquals(
        """
        dialer version 135
        listener version 137
        listener wtxidrelay 24
        listener sendaddrv2 24
        listener verack 24
        dialer getaddr 24
        dialer wtxidrelay 24
        dialer verack 24
        """
            .lines()
            .sorted()
            .toList(),
        Run.of("decode", sample("base.pcap"), "--fields", "from,message,size")
            .well()
            .lines()
            .stream()
            .map(line -> line.replace('\t', ' '))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base.pcap.gz",
        "base.pcap.zst",
        "base.pcap.xz",
        "base.pcap.lz4",
        "editcap.pcapng",
        "nanoseconds.pcap",
        "modified.pcap",
        "commented.pcapng",
        "reordered.pcap",
        "twice.pcap",
        "interfaces.pcapng",
        "sections.pcapng",
        "null-low.pcap",
        "null-high.pcapng",
        "loop.pcapng",
        "raw.pcapng",
        "ipv4.pcapng",
        "ppp.pcapng",
        "sll.pcapng",
        "sll2.pcapng",
        "vlan.pcapng",
        "qinq.pcapng",
        "fragments.pcapng",
        "ipv6.pcapng",
        "ipv6-extensions.pcapng",
        "ipv6-fragments.pcapng"
      })
  void theSameInEveryKind(String name) {
    assertEquals(fields(sample("base.pcap")), fields(sample(name)));
    Source balance = balance(sample(name));
    assertEquals(BYTES, Run.number(balance, "captured"));
    assertEquals(BYTES, Run.number(balance, "decoded"));
    assertEquals(0, Run.number(balance, "missing"));
    assertEquals(1, Run.number(balance, "streams"));
    int again = name.startsWith("twice") ? BYTES : name.startsWith("fragments") ? 3 * 24 : 0;
    assertEquals(again, Run.number(balance, "retransmitted"));
  }

  @Test
  void outOfOrderGivesTheSameMessages() {
    List<String> expected = fields(sample("base.pcap")).stream().sorted().toList();
    assertEquals(expected, fields(sample("disorder.pcap")).stream().sorted().toList());
    assertEquals(BYTES, Run.number(balance(sample("disorder.pcap")), "decoded"));
  }

  @Test
  void cutPacketsAreHoles() {
    Run run = Run.of("decode", sample("snapped.pcap")).well();
    List<String> messages = run.records().stream().map(r -> Run.text(r, "message")).toList();
    assertEquals(6, messages.stream().filter(name -> !name.isEmpty()).count(), run.out());
    assertTrue(run.out().contains("\"blame\":\"capture\""), run.out());
    Source balance = balance(sample("snapped.pcap"));
    assertEquals(104, Run.number(balance, "missing"));
    assertEquals(BYTES - 104, Run.number(balance, "captured"));
    assertEquals(6 * 24, Run.number(balance, "decoded"));
  }

  @ParameterizedTest
  @CsvSource({"tcpdump-any.pcap, 8, 396", "tcpdump-sll.pcap, 8, 396", "tcpdump-lo.pcap, 9, 429"})
  void recordedByTcpdump(String name, int messages, int bytes) {
    assertEquals(messages, fields(sample(name)).size());
    Source balance = balance(sample(name));
    assertEquals(bytes, Run.number(balance, "decoded"));
    assertEquals(0, Run.number(balance, "missing"));
  }

  @Test
  void timesKeepTheirPrecision() {
    assertEquals(27, time("base.pcap").length());
    assertEquals(30, time("nanoseconds.pcap").length());
    assertEquals(30, time("tcpdump-lo.pcap").length());
    assertEquals(time("base.pcap"), time("editcap.pcapng"));
  }

  private static String time(String name) {
    return Run.text(Run.of("decode", sample(name)).well().records().getFirst(), "time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"base.pcap", "base.pcap.gz", "base.pcap.zst", "base.pcap.xz", "base.pcap.lz4"})
  void cutAnywhereItSaysWhere(String name, @org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    byte[] whole = Files.readAllBytes(sample(name));
    List<String> expected = fields(sample("base.pcap"));
    Path file = folder.resolve("cut");
    for (int length = 30; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      Run run = Run.of("decode", file);
      List<String> lines =
          run.lines().stream()
              .filter(line -> line.contains("\"message\""))
              .map(line -> line.substring(line.indexOf(",\"at\"")))
              .toList();
      assertEquals(expected.subList(0, lines.size()), lines);
      if (run.status() == 0) {
        // Between two packets nothing is missing that could be seen.
        assertTrue(name.equals("base.pcap"), "cut at " + length);
      } else {
        assertEquals(5, run.status());
        assertTrue(run.err().startsWith("peerglot: " + file), run.err());
        assertTrue(run.err().contains(": byte "), run.err());
      }
    }
  }
}
