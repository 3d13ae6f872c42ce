// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real recordings: as many connections as their list says, complete, and the same each time. */
class SharedCapturesTest {
  /** Connections (refused ones included) and datagrams. */
  private record Expected(int connections, int datagrams) {}

  private static final Map<String, Expected> EXPECTED =
      Map.ofEntries(
          Map.entry("bitcoin-v1-addrv2.pcap", new Expected(3, 0)),
          Map.entry("bitcoin-v2-addrv2.pcap", new Expected(3, 0)),
          Map.entry("witnet.pcap", new Expected(42, 0)),
          Map.entry("rustchain.pcap", new Expected(106, 0)),
          Map.entry("parallelchain.pcap", new Expected(97, 0)),
          Map.entry("ethereum.pcap", new Expected(28, 2713 + 1958)),
          Map.entry("ethereum-hostile.pcap", new Expected(104, 369)),
          Map.entry("ethereum-mixed.pcap", new Expected(19, 1854 + 1456)),
          Map.entry("exonum.pcap", new Expected(109, 0)),
          Map.entry("exonum-slow.pcap", new Expected(24, 0)),
          Map.entry("grin.pcap", new Expected(20, 0)));

  @Test
  void everyRecordingIsReadWithoutALoss() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : SharedCaptures.all()) {
      RecordingSink sink = new RecordingSink();
      Traffic traffic = new Traffic(sink, CaptureLimits.standard());
      traffic.drain(Capture.open(file));
      sink.requireAllClosed();
      long missing =
          sink.conversations.values().stream()
              .mapToLong(c -> c.fromDialer.missing() + c.fromListener.missing())
              .sum();
      CaptureCounts counts = traffic.counts();
      assertEquals(0, missing, file + ": missing bytes");
      assertEquals(0, counts.malformed(), file + ": malformed packets");
      assertTrue(counts.packets() > 0, file + ": packets");
      Expected expected = EXPECTED.get(file.getFileName().toString());
      Expected found = new Expected(sink.conversations.size(), sink.datagrams.size());
      if (expected != null && !expected.equals(found)) {
        wrong.add(file.getFileName() + ": " + found + " instead of " + expected);
      }
    }
    assertEquals(List.of(), wrong);
  }
}
