// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Recording;
import dev.peerglot.codec.protocol.parallelchain.message.QuorumCertificates;
import dev.peerglot.codec.protocol.parallelchain.message.QuorumCertificates.Certificate;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.hash.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What three generations published, decrypted and held against the programs' own reports. */
class RecordedPublicationsTest {
  /** One published message, by author and number. */
  private static final Map<String, Source> published = new LinkedHashMap<>();

  private static final Map<String, Source> truth = new HashMap<>();
  private static int copies;

  @BeforeAll
  static void read() throws IOException {
    Secrets secrets = new Secrets();
    for (String line : Files.readAllLines(Recording.path("parallelchain.secrets.jsonl"))) {
      Source source = JsonSource.parse(line);
      for (String kind : List.of("ephemeral", "static")) {
        byte[] key = Hex.parse(source.field(kind + "_pub").text());
        byte[] secret = Hex.parse(source.field(kind + "_priv").text());
        secrets.add("NOISE_" + kind.toUpperCase(java.util.Locale.ROOT), key, secret);
      }
    }
    for (Recording.Conversation conversation :
        Recording.read("parallelchain.pcap", new ParallelchainProtocol(), secrets)) {
      for (Side side : Side.values()) {
        conversation.messages(side).forEach(RecordedPublicationsTest::take);
      }
    }
    String report = Files.readString(Recording.path("parallelchain.truth.json"));
    Source messages = JsonSource.parse(report).field("programs").field("gossip_messages");
    for (int i = 0; i < messages.size(); i++) {
      truth.put(messages.item(i).field("seqno").text(), messages.item(i));
    }
  }

  private static void take(Event.Message message) {
    if (!message.kind().name().equals("RPC")) {
      return;
    }
    Out out = new Out();
    Body.write(message.kind().type(), message.body(), out);
    Source rpc = JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
    Source publish = rpc.field("publish");
    for (int i = 0; publish != null && i < publish.size(); i++) {
      Source one = publish.item(i);
      copies++;
      published.put(one.field("from").text() + " " + one.field("seqno").text(), one);
    }
  }

  private static Source expected(Source message) {
    String number = new BigInteger(message.field("seqno").text(), 16).toString();
    return truth.get(number);
  }

  private static boolean isUndecodable(Source payload) {
    return payload.field("fault") != null;
  }

  @Test
  void everyMessageIsThereInEveryCopy() {
    assertEquals(126, published.size());
    assertEquals(1492, copies);
    for (Source message : published.values()) {
      byte[] data = Hex.parse(message.field("data").text());
      assertEquals(expected(message).field("sha256").text(), Hex.of(Sha256.of(data)));
      assertTrue(message.field("signature_valid").bool());
      assertNotNull(message.field("payload"));
    }
  }

  @Test
  void kindsAreThoseOfThePrograms() {
    Map<String, Integer> told = new TreeMap<>();
    for (Source message : published.values()) {
      Source payload = message.field("payload");
      String kind = isUndecodable(payload) ? "undecodable" : payload.field("kind").text();
      Source decoded = expected(message).field("decoded");
      String reported = decoded.field("kind").text();
      switch (reported) {
        case "Transaction" -> {
          assertEquals("TransactionV" + decoded.field("version").text(), kind);
          assertEquals(decoded.field("untagged") != null, payload.field("untagged") != null);
        }
        case "opaque" -> assertEquals("undecodable", kind);
        default -> assertEquals(reported, kind);
      }
      told.merge(reported.equals("opaque") ? reported : kind, 1, Integer::sum);
    }
    Map<String, Integer> counts = new TreeMap<>();
    counts.put("DroppedTxn", 2);
    counts.put("NewView", 5);
    counts.put("Nudge", 2);
    counts.put("Proposal", 18);
    counts.put("SyncRequest", 8);
    counts.put("SyncResponse", 9);
    counts.put("TransactionV1", 11);
    counts.put("TransactionV2", 10);
    counts.put("Vote", 57);
    counts.put("opaque", 1);
    counts.put("undecodable", 3);
    assertEquals(counts, told);
  }

  /** What the reference's types gave, field by field; names that only the report has are left. */
  @Test
  void fieldsAreThoseOfTheReference() {
    int compared = 0;
    for (Source message : published.values()) {
      Source payload = message.field("payload");
      if (!isUndecodable(payload)) {
        compared += compare(expected(message).field("decoded"), payload);
      }
    }
    assertTrue(compared > 900, compared + " values compared");
  }

  private static int compare(Source expected, Source told) {
    int compared = 0;
    for (String name : expected.names()) {
      Source value = expected.field(name);
      switch (name) {
        case "kind", "slots", "untagged", "timestamp", "valid", "data_hash_ok", "version" -> {}
        case "trailing" ->
            assertEquals(2 * value.whole().intValueExact(), told.field(name).text().length());
        case "commands" -> {
          for (int i = 0; i < value.size(); i++, compared++) {
            assertEquals(List.of(value.item(i).text()), told.field(name).item(i).names());
          }
        }
        case "transactions" -> {
          for (int i = 0; i < value.size(); i++, compared++) {
            assertEquals(value.item(i).text(), told.field(name).item(i).field("hash").text());
          }
        }
        case "signatures" -> {
          for (int i = 0; i < value.size(); i++, compared++) {
            assertEquals(value.item(i).bool(), !told.field(name).item(i).text().isEmpty());
          }
        }
        default -> {
          Source other = told.field(name);
          assertNotNull(other, name);
          compared +=
              switch (value.kind()) {
                case OBJECT -> compare(value, other);
                case LIST -> list(value, other);
                default -> {
                  assertEquals(value.text(), other.text(), name);
                  yield 1;
                }
              };
        }
      }
    }
    return compared;
  }

  private static int list(Source expected, Source told) {
    assertEquals(expected.size(), told.size());
    int compared = 0;
    for (int i = 0; i < expected.size(); i++) {
      compared += compare(expected.item(i), told.item(i));
    }
    return compared;
  }

  @Test
  void everyHashAndSignatureHolds() {
    Map<String, Integer> held = new TreeMap<>();
    published.values().forEach(message -> count(message.field("payload"), held));
    assertEquals(54, held.get("data_hash_matches"));
    assertEquals(54, held.get("txns_hash_matches"));
    assertEquals(54, held.get("receipts_hash_matches"));
    assertEquals(54, held.get("logs_bloom_matches"));
    assertEquals(121, held.get("hash_matches"));
    assertEquals(124, held.get("signature_valid"));
  }

  private static void count(Source value, Map<String, Integer> held) {
    for (String name : value.names()) {
      Source field = value.field(name);
      if (name.endsWith("_matches") || name.endsWith("_valid")) {
        assertTrue(field.bool(), name);
        held.merge(name, 1, Integer::sum);
      }
      count(field, held);
    }
    for (int i = 0; i < value.size(); i++) {
      count(value.item(i), held);
    }
  }

  /** The validators are n1 to n3, and n4 from a later block on. */
  @Test
  void certificatesAreSignedByTheValidatorsInTheirOrder() {
    List<byte[]> three =
        validators(
            "ef7bfca5834e55003dedeb053b212f6694a230622956ecb7ae8e035cde4d9205",
            "f2052e1db6e941055698dc3a984f4e8f1fa03a7ddd7d3680abb7ecf20899c7f7",
            "f4a131892b8d0945b1a058d935717df9c1d4bebcec98732e668345fb286ce799");
    List<byte[]> four = new ArrayList<>(three);
    four.add(Hex.parse("8e52e6ed004fb60abce1028795c7ab3437ccdd6e4b5549e7f333ff881e04cc58"));
    four.sort(Arrays::compareUnsigned);
    int checked = 0;
    for (Source message : published.values()) {
      byte[] data = Hex.parse(message.field("data").text());
      if (data.length < 18 || !Hex.of(data, 0, 2).matches("0001|0003")) {
        continue;
      }
      Certificate certificate =
          QuorumCertificates.certificate.read(new In(data, 18, data.length - 18));
      int places = certificate.signatures().size();
      long votes = certificate.signatures().stream().filter(s -> s.length > 0).count();
      assertEquals(votes, certificate.valid(places == 4 ? four : three));
      checked += (int) votes;
    }
    assertTrue(checked >= 12, checked + " signatures");
  }

  private static List<byte[]> validators(String... addresses) {
    return Arrays.stream(addresses).map(Hex::parse).toList();
  }
}
