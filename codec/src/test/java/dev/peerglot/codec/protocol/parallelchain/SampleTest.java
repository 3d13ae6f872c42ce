// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Recording;
import dev.peerglot.codec.protocol.Recording.Conversation;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sample that comes with the project: three generations, two muxers, one js-libp2p peer. */
class SampleTest {
  private static List<Conversation> read(boolean keys) throws IOException {
    Secrets secrets = new Secrets();
    if (keys) {
      String log = Files.readString(Recording.samples().resolve("parallelchain.keys"));
      secrets.addAll(KeyLog.parse(log));
    }
    return Recording.sample("parallelchain.pcap.gz", new ParallelchainProtocol(), secrets);
  }

  @Test
  void opensWithTheKeysOfTheListeners() throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Integer> payloads = new TreeMap<>();
    for (Conversation conversation : read(true)) {
      for (Event event : conversation.events()) {
        assertFalse(event instanceof Event.Broken, event.toString());
        if (event instanceof Event.Message message) {
          kinds.merge(message.kind().name(), 1, Integer::sum);
          published(message, payloads);
        }
      }
      for (Side side : Side.values()) {
        assertEquals(0, conversation.balance(side).undecoded());
      }
    }
    assertEquals(Map.of("FIND_NODE", 54, "Identify", 9, "Ping", 44, "RPC", 159), kinds);
    assertTrue(
        payloads
            .keySet()
            .containsAll(
                List.of(
                    "Proposal", "Nudge", "Vote", "SyncRequest", "TransactionV1", "TransactionV2")),
        payloads.toString());
  }

  private static void published(Event.Message message, Map<String, Integer> payloads) {
    Out out = new Out();
    assertNull(Body.write(message.kind().type(), message.body(), out));
    Source publish =
        JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8)).field("publish");
    for (int i = 0; publish != null && i < publish.size(); i++) {
      Source payload = publish.item(i).field("payload");
      assertTrue(publish.item(i).field("signature_valid").bool());
      if (payload != null && payload.field("kind") != null) {
        payloads.merge(payload.field("kind").text(), 1, Integer::sum);
      }
    }
  }

  @Test
  void withoutKeysItTellsWhichAreNeeded() throws IOException {
    for (Conversation conversation : read(false)) {
      List<Fault> faults =
          conversation.events().stream()
              .filter(event -> event instanceof Event.Broken)
              .map(event -> ((Event.Broken) event).fault())
              .toList();
      assertFalse(faults.isEmpty());
      for (Fault fault : faults) {
        assertEquals(Fault.Blame.KEYS, fault.blame());
        assertTrue(fault.why().contains("NOISE_EPHEMERAL"), fault.why());
      }
    }
  }
}
