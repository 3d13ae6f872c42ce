// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.protocol.parallelchain.message.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.view.Json;
import dev.peerglot.codec.view.JsonSink;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Published data by its topic: told where it is known, never a fault of what carries it. */
class PayloadsTest {
  private static final byte[] AUTHOR = PublicAddress.peerId(Hex.parse(Known.KEY1));
  private static final String MAILBOX = "hotstuff_rs/6vvYQ-UezWtH8cVGiq_vA2rW4gl0i13ykTn8IdEKo6U";

  /** The payload as it is told, or null where there is none. */
  static Source told(String topic, byte[] author, byte[] data) {
    Optional<Type<?>> type = Payloads.type(topic, author, data);
    if (type.isEmpty()) {
      return null;
    }
    Json json = new Json(new Out());
    Payloads.tell(data, type.get(), new JsonSink(json), 0);
    assertEquals(0, json.depth());
    return JsonSource.parse(new String(json.out().toBytes(), StandardCharsets.UTF_8));
  }

  private static String kind(String topic, byte[] data) {
    return told(topic, AUTHOR, data).field("kind").text();
  }

  @Test
  void generationsAreToldApart() {
    byte[] v1 = Known.TRANSACTION_V1;
    Source old = told("mempool", AUTHOR, v1);
    assertEquals("TransactionV1", old.field("kind").text());
    assertTrue(old.field("untagged").bool());
    assertTrue(old.field("signature_valid").bool());
    Source tagged = told("mempool", AUTHOR, Known.join(new byte[] {0}, v1));
    assertEquals("TransactionV1", tagged.field("kind").text());
    assertEquals(null, tagged.field("untagged"));
    assertTrue(tagged.field("signature_valid").bool());
    byte[] v2 = Known.join(new byte[] {1}, Known.TRANSACTION_V2);
    assertEquals("TransactionV2", kind("mempool", v2));
    assertTrue(told("mempool", AUTHOR, v2).field("signature_valid").bool());
  }

  @Test
  void transactionsOfASignerThatLooksLikeATag() {
    byte[] signer = new byte[32];
    byte[] rest = Arrays.copyOfRange(Known.TRANSACTION_V1, 32, Known.TRANSACTION_V1.length);
    assertTrue(told("mempool", AUTHOR, Known.join(signer, rest)).field("untagged").bool());
  }

  @Test
  void droppedTransactions() {
    byte[] hash =
        Hex.parse("01b88730d6ac4e2d75bd66a52a8953b36987d263f6cdece9dd2545a77151fa6be61605");
    Source dropped = told("droppedTx", AUTHOR, hash);
    assertEquals("DroppedTxn", dropped.field("kind").text());
    assertEquals("executor", dropped.field("by").text());
    assertEquals(0x0516, dropped.field("code").whole().intValueExact());
    byte[] whole = Known.join(new byte[] {0}, Known.TRANSACTION_V1, new byte[] {3, 2});
    dropped = told("droppedTx", AUTHOR, whole);
    assertEquals("mempool", dropped.field("by").text());
    assertTrue(dropped.field("transaction").field("signature_valid").bool());
    assertEquals(null, dropped.field("code_name"));
  }

  @Test
  void votesAreCheckedAgainstTheirAuthor() {
    assertTrue(told(MAILBOX, AUTHOR, Known.VOTE).field("signature_valid").bool());
    byte[] other = PublicAddress.peerId(Hex.parse(Known.KEY2));
    assertFalse(told(MAILBOX, other, Known.VOTE).field("signature_valid").bool());
    Source unknown = told(MAILBOX, Hex.parse("1220aabb"), Known.VOTE);
    assertEquals(null, unknown.field("signature_valid"));
    assertEquals("Generic", unknown.field("phase").text());
  }

  @Test
  void everyTopicOfHotStuff() {
    byte[] request = Hex.parse("0100" + "0100000000000000" + "05000000");
    for (String topic : new String[] {"hotstuff_rs", "consensus", MAILBOX, MAILBOX.substring(12)}) {
      assertEquals("SyncRequest", kind(topic, request), topic);
    }
    String genesis = "00".repeat(53);
    assertEquals("SyncResponse", kind(MAILBOX, Hex.parse("0101" + "00000000" + genesis)));
    Source view = told(MAILBOX, AUTHOR, Hex.parse("0003" + "00".repeat(16) + genesis));
    assertEquals("NewView", view.field("kind").text());
    assertTrue(view.field("highest_qc").field("is_genesis").bool());
    assertEquals("Nudge", kind("hotstuff_rs", Hex.parse("0001" + "00".repeat(16) + genesis)));
  }

  @Test
  void otherTopicsHaveNoPayload() {
    for (String topic :
        new String[] {
          "",
          "Mempool",
          "hotstuff_rs/",
          "hotstuff_rs/abc",
          MAILBOX + "A",
          "x".repeat(44),
          "hotstuff_rs/6vvYQ+UezWtH8cVGiq/vA2rW4gl0i13ykTn8IdEKo6U"
        }) {
      assertEquals(null, told(topic, AUTHOR, Known.VOTE), topic);
    }
  }

  @Test
  void bytesLeftOverAreShown() {
    byte[] data = Known.join(Known.VOTE, new byte[] {1, 2, 3});
    Source vote = told(MAILBOX, AUTHOR, data);
    assertTrue(vote.field("signature_valid").bool());
    assertEquals("010203", vote.field("trailing").text());
  }

  @Test
  void undecodableDataIsToldAsSuch() {
    Source fault = told("hotstuff_rs", AUTHOR, Hex.parse("0707aabb")).field("fault");
    assertEquals("peer", fault.field("blame").text());
    assertTrue(fault.field("why").text().contains("0707"));
    assertEquals(null, told("hotstuff_rs", AUTHOR, new byte[0]).field("kind"));
    for (int cut = 0; cut < Known.VOTE.length; cut++) {
      Source part = told(MAILBOX, AUTHOR, Arrays.copyOf(Known.VOTE, cut));
      assertEquals(cut < 2 ? null : "Vote", cut < 2 ? null : part.field("kind").text());
      assertTrue(part.field("fault").field("why").text().contains("more byte"), "cut at " + cut);
    }
    Source half = told(MAILBOX, AUTHOR, Arrays.copyOf(Known.VOTE, 40));
    assertEquals(7, half.field("view").whole().intValueExact());
    assertEquals("block", half.field("fault").field("path").text());
    assertEquals(18, half.field("fault").field("at").whole().intValueExact());
  }

  @Test
  void countsThatLieAreRefusedBeforeAnythingIsMade() {
    String head = "0003" + "00".repeat(16) + "00".repeat(48) + "00";
    for (String count : new String[] {"ffffffff", "00000001", "ffffff00", "01000000"}) {
      Source view = told(MAILBOX, AUTHOR, Hex.parse(head + count));
      assertTrue(
          view.field("fault").field("path").text().startsWith("highest_qc.signatures"), count);
    }
    Source blocks = told(MAILBOX, AUTHOR, Hex.parse("0101" + "ffffff7f" + "00".repeat(100)));
    assertEquals("limit", blocks.field("fault").field("blame").text());
    Source transaction =
        told("mempool", AUTHOR, Hex.parse("01" + "00".repeat(40) + "40420f00" + "00".repeat(50)));
    assertEquals("commands", transaction.field("fault").field("path").text());
  }

  @Test
  void bytesThatTheReferenceRefusesAreRefused() {
    String call = "01" + "00".repeat(40) + "01000000" + "02" + "00".repeat(32);
    String end = "00".repeat(3 * 8 + 96);
    assertEquals(
        null, told("mempool", AUTHOR, Hex.parse(call + "00000000" + "0000" + end)).field("fault"));
    String[] bad = {"01000000ff" + "0000", "00000000" + "0200", "00000000" + "0002"};
    String[] path = {"method", "arguments", "amount"};
    for (int i = 0; i < bad.length; i++) {
      Source fault = told("mempool", AUTHOR, Hex.parse(call + bad[i] + end)).field("fault");
      assertTrue(fault.field("path").text().endsWith(path[i]), path[i]);
    }
  }

  @Test
  void dataByItselfIsRecognised() {
    ParallelchainProtocol protocol = new ParallelchainProtocol();
    byte[][] data = {
      Known.VOTE,
      Known.TRANSACTION_V1,
      Known.TRANSACTION_V2,
      Known.join(new byte[] {0}, Known.TRANSACTION_V1),
      Known.join(new byte[] {1}, Known.TRANSACTION_V2),
      Known.CALL
    };
    String[] names = {
      "Vote", "TransactionV1", "TransactionV2", "TransactionV1", "TransactionV2", "TransactionV1"
    };
    for (int i = 0; i < data.length; i++) {
      Bare bare = protocol.bare(Networks.MAIN, data[i]);
      Event.Message message = (Event.Message) bare.events().getFirst();
      assertEquals(names[i], message.kind().name());
      byte[] longer = Known.join(data[i], new byte[1]);
      assertEquals(List.of(), protocol.bare(Networks.MAIN, longer).events());
      byte[] shorter = Arrays.copyOf(data[i], data[i].length - 1);
      assertEquals(List.of(), protocol.bare(Networks.MAIN, shorter).events());
    }
    assertEquals(List.of(), protocol.bare(Networks.MAIN, new byte[0]).events());
  }

  @Test
  void framesAreLibp2ps() {
    ParallelchainProtocol protocol = new ParallelchainProtocol();
    assertEquals("020a00", Hex.of(protocol.frame(Networks.MAIN, "RPC", Hex.parse("0a00"))));
    assertThrows(Malformed.class, () -> protocol.frame(Networks.MAIN, "Vote", Known.VOTE));
  }

  @Test
  void neighboursAreToldByTheirMailboxes() {
    List<byte[]> addresses =
        PeerExchange.addresses(List.of("mempool", MAILBOX, MAILBOX.substring(12), "hotstuff_rs"));
    assertEquals(2, addresses.size());
    assertEquals(Known.KEY1, Hex.of(addresses.getFirst()));
  }

  @Test
  void messagesAreBuiltFromJson() {
    Out out = new Out();
    HotStuff.message.build(
        JsonSource.parse("{\"kind\":\"SyncRequest\",\"start_height\":1,\"limit\":5}"), out);
    assertEquals("0100010000000000000005000000", Hex.of(out.toBytes()));
    out = new Out();
    HotStuff.syncRequest.build(JsonSource.parse("{\"start_height\":1,\"limit\":5}"), out);
    assertEquals("0100010000000000000005000000", Hex.of(out.toBytes()));
    Source vote = JsonSource.parse(MessageChecks.json(HotStuff.vote, Known.VOTE));
    out = new Out();
    HotStuff.vote.build(vote, out);
    assertArrayEquals(Known.VOTE, out.toBytes());
  }

  @Test
  void addressesInEveryNotation() {
    byte[] key2 = Hex.parse(Known.KEY2);
    for (String text :
        new String[] {
          Known.KEY2,
          "BsMzURgVIZoSxn3NfxyMlktmvFeajOGJk_rtP8wU9oA",
          "12D3KooWAGmFXXReSTtwWsuzroNUFBqoUU6Hv55amT6fxv4wAsqq"
        }) {
      assertArrayEquals(key2, PublicAddress.parse(text), text);
    }
    for (String text :
        new String[] {"", "12D3KooW", "BsMzURgVIZoSxn3NfxyMlktmvFeajOGJk_rtP8wU9oB"}) {
      assertThrows(IllegalArgumentException.class, () -> PublicAddress.parse(text), text);
    }
  }

  @Test
  void idsOfMessages() {
    byte[] number = Hex.parse("17979cfe362a0001");
    String[] ids = {
      "mempool12D3KooWRdeJXBWBnmA5h1CXAfvrZinY79d6euYZfneqHrBL3SU41700000000000000001",
      "mempoolACQIARIg6vvYQ-UezWtH8cVGiq_vA2rW4gl0i13ykTn8IdEKo6U1700000000000000001",
      "12D3KooWRdeJXBWBnmA5h1CXAfvrZinY79d6euYZfneqHrBL3SU41700000000000000001"
    };
    for (Generation generation : Generation.values()) {
      byte[] id = generation.messageId("mempool", AUTHOR, number);
      assertEquals(ids[generation.ordinal()], new String(id, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void topicsTellGenerations() {
    assertEquals(Optional.of(Generation.V0_6), Generation.ofTopic(MAILBOX));
    assertEquals(Optional.of(Generation.V0_5), Generation.ofTopic(MAILBOX.substring(12)));
    assertEquals(Optional.empty(), Generation.ofTopic("mempool"));
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 1);
    assertEquals(
        "hotstuff_rs/AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE", Generation.V0_6.mailbox(ones));
    assertArrayEquals(ones, Topics.owner(Generation.V0_5.mailbox(ones)).orElseThrow());
  }
}
