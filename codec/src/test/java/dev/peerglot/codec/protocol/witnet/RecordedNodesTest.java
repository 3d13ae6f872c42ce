// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Recording;
import dev.peerglot.codec.protocol.Recording.Conversation;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.schema.Canonical;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.text.Bech32;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.curve.DerSignature;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four nodes of witnet-rust 2.0.26 and a peer written by hand, held against an independent decoding
 * of the same recording.
 */
class RecordedNodesTest {
  private static List<Conversation> conversations;
  private static Source truth;

  @BeforeAll
  static void read() throws IOException {
    conversations = Recording.read("witnet.pcap", new WitnetProtocol(), new Secrets());
    truth = JsonSource.parse(Files.readString(Recording.path("witnet.truth.json")));
  }

  private static Source frames(int connection, Side side) {
    return truth
        .field("connections")
        .item(connection)
        .field(side == Side.DIALER ? "dialer_to_listener" : "listener_to_dialer");
  }

  /** Calls the check with each message, its bytes and what is true of it. */
  private interface Check {
    void on(Event.Message message, byte[] frame, Source expected);
  }

  private static int each(Check check) {
    int count = 0;
    for (int i = 0; i < conversations.size(); i++) {
      for (Side side : Side.values()) {
        Source expected = frames(i, side);
        List<Event.Message> messages = conversations.get(i).messages(side);
        assertEquals(expected == null ? 0 : expected.size(), messages.size(), i + " " + side);
        byte[] bytes = conversations.get(i).bytes(side);
        for (int k = 0; k < messages.size(); k++) {
          Event.Message message = messages.get(k);
          int at = (int) message.at();
          byte[] frame = Arrays.copyOfRange(bytes, at, at + (int) message.size());
          check.on(message, frame, expected.item(k));
          count++;
        }
      }
    }
    return count;
  }

  private static Source json(Type<?> type, byte[] body) {
    Out out = new Out();
    assertNull(Body.write(type, body, out));
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }

  private static Source fields(Event.Message message) {
    return json(message.kind().type(), message.body());
  }

  private static String text(Source source, String... path) {
    Source here = source;
    for (String name : path) {
      here = here.field(name);
    }
    return here.text();
  }

  @Test
  void everyConnectionIsFoundAndRecognised() {
    assertEquals(42, conversations.size());
    for (int i = 0; i < conversations.size(); i++) {
      Source expected = truth.field("connections").item(i);
      Conversation conversation = conversations.get(i);
      assertEquals(
          text(expected, "dialer") + " > " + text(expected, "listener"), conversation.ends());
      assertEquals(expected.field("refused") == null, conversation.isKnown(), "connection " + i);
      if (conversation.isKnown()) {
        assertEquals(Likeness.Degree.CERTAIN, conversation.likeness().degree());
        String scheme = conversation.likeness().network().scheme();
        assertEquals(i == 38 ? "witnet" : "witnet-development", scheme); // 38 has the 1.x magic
      }
    }
  }

  @Test
  void everyByteIsUnderstood() {
    Balance all = Balance.ZERO;
    for (Conversation conversation : conversations) {
      for (Side side : Side.values()) {
        Balance balance = conversation.balance(side);
        assertEquals(conversation.bytes(side).length, balance.captured());
        assertEquals(balance.captured(), balance.decoded() + balance.undecoded());
        all = all.plus(balance);
      }
      assertTrue(conversation.events().stream().noneMatch(e -> e instanceof Event.Broken));
    }
    assertEquals(new Balance(892_256, 892_256, 0, 0), all);
  }

  @Test
  void everyFrameIsThereInItsPlace() {
    Map<String, Integer> counts = new TreeMap<>();
    int all =
        each(
            (message, frame, expected) -> {
              String name = message.kind().isUnknown() ? null : message.kind().name();
              Source kind = expected.field("kind");
              assertEquals(kind.kind() == Source.Kind.NOTHING ? null : kind.text(), name);
              assertEquals(expected.field("size").whole().longValue(), message.size());
              assertEquals(text(expected, "sha256"), Hex.of(Sha256.of(frame), 0, 8));
              assertNull(message.fault());
              counts.merge(String.valueOf(name), 1, Integer::sum);
            });
    assertEquals(1829, all);
    assertEquals(1, counts.remove("null")); // the unknown command of the peer written by hand
    Map<String, Integer> expected = new TreeMap<>();
    for (String name : truth.field("counts").names()) {
      expected.put(name, truth.field("counts").field(name).whole().intValue());
    }
    assertEquals(expected, counts);
  }

  @Test
  void everyFrameOfANodeIsCanonicalAndComesBackFromJson() {
    each(
        (message, frame, expected) -> {
          if (message.kind().isUnknown()) {
            return;
          }
          byte[] body = message.body();
          Type<?> type = message.kind().type();
          assertEquals(Hex.of(body), Hex.of(((Canonical) type).canonical(body)));
          Out back = new Out();
          type.build(fields(message), back);
          assertEquals(Hex.of(body), Hex.of(back.toBytes()));
          int magic = Framing.magic(frame, 0);
          assertEquals(Hex.of(frame), Hex.of(Framing.frame(magic, message.kind().code(), body)));
        });
  }

  @Test
  void greetingsPeersAndBeaconsSayWhatTheySay() {
    int seen =
        each(
            (message, frame, expected) -> {
              switch (message.kind().name()) {
                case "Version" -> version(fields(message), expected);
                case "Peers" -> {
                  Source peers = fields(message).field("peers");
                  assertEquals(expected.field("peers").size(), peers.size());
                  for (int i = 0; i < peers.size(); i++) {
                    assertEquals(expected.field("peers").item(i).text(), peers.item(i).text());
                  }
                }
                case "LastBeacon" -> beacon(fields(message), expected);
                case "InventoryAnnouncement", "InventoryRequest" ->
                    inventory(fields(message).field("inventory"), expected.field("inventory"));
                default -> {}
              }
            });
    assertTrue(seen > 0);
  }

  private static void version(Source fields, Source expected) {
    for (String name :
        List.of(
            "version",
            "capabilities",
            "nonce",
            "user_agent",
            "sender_address",
            "receiver_address")) {
      assertEquals(text(expected, name), text(fields, name));
    }
    assertEquals(
        expected.field("timestamp").whole().longValue(),
        java.time.Instant.parse(text(fields, "timestamp")).getEpochSecond());
    beacon(fields.field("beacon"), expected.field("beacon"));
  }

  private static void beacon(Source fields, Source expected) {
    for (String which : List.of("block", "superblock")) {
      Source ours = fields.field("highest_" + which + "_checkpoint");
      assertEquals(text(expected, which, "checkpoint"), text(ours, "checkpoint"));
      assertEquals(text(expected, which, "hash"), text(ours, "hash_prev_block"));
    }
  }

  private static void inventory(Source ours, Source expected) {
    assertEquals(expected.size(), ours.size());
    for (int i = 0; i < ours.size(); i++) {
      String kind = expected.item(i).names().getFirst();
      assertEquals(List.of(kind), ours.item(i).names());
      assertEquals(text(expected.item(i), kind), text(ours.item(i), kind));
    }
  }

  @Test
  void hashesAreThoseThatTheNodesComputed() {
    Map<String, Integer> checked = new TreeMap<>();
    each(
        (message, frame, expected) -> {
          String name = message.kind().name();
          Source all = truth.field("objects").field(name);
          Source object = all == null ? null : all.field(text(expected, "sha256"));
          if (object == null) {
            return;
          }
          checked.merge(name, 1, Integer::sum);
          Source fields = fields(message);
          switch (name) {
            case "Block" -> block(fields, object);
            case "Transaction" -> {
              String kind = text(object, "tx");
              assertEquals(List.of(kind), fields.names());
              assertEquals(text(object, "hash"), text(fields, kind, "hash"));
              transaction(fields.field(kind), object);
            }
            case "SuperBlock" -> {
              assertEquals(text(object, "hash"), text(fields, "hash"));
              assertEquals(text(object, "index"), text(fields, "index"));
              assertEquals(text(object, "last_block"), text(fields, "last_block"));
            }
            case "SuperBlockVote" -> {
              for (String field :
                  List.of("superblock_index", "superblock_hash", "bn256_signature")) {
                assertEquals(text(object, field), text(fields, field));
              }
              assertEquals(
                  text(object, "signer"), text(fields, "secp256k1_signature", "public_key"));
            }
            default -> {}
          }
        });
    assertEquals(
        Map.of("Block", 809, "Transaction", 378, "SuperBlockVote", 125, "SuperBlock", 3), checked);
  }

  private static void block(Source fields, Source object) {
    Source header = fields.field("block_header");
    assertEquals(text(object, "hash"), text(fields, "hash"));
    assertEquals("true", text(fields, "roots_fit"));
    assertEquals(text(object, "epoch"), text(header, "beacon", "checkpoint"));
    assertEquals(text(object, "prev"), text(header, "beacon", "hash_prev_block"));
    assertEquals(text(object, "signals"), text(header, "signals"));
    assertEquals(text(object, "bn256_key"), text(header, "bn256_public_key"));
    assertEquals(text(object, "proof_key"), text(header, "proof", "proof", "public_key"));
    assertEquals(text(object, "mint_hash"), text(fields, "txns", "mint", "hash"));
    outputs(fields.field("txns").field("mint").field("outputs"), object.field("mint"));
    Map<String, String> lists =
        Map.of(
            "vt", "value_transfer_txns",
            "dr", "data_request_txns",
            "commit", "commit_txns",
            "reveal", "reveal_txns",
            "tally", "tally_txns",
            "stake", "stake_txns",
            "unstake", "unstake_txns");
    lists.forEach(
        (shortName, list) -> {
          List<String> hashes = new ArrayList<>();
          Source ours = fields.field("txns").field(list);
          for (int i = 0; i < ours.size(); i++) {
            hashes.add(text(ours.item(i), "hash"));
          }
          List<String> expected = new ArrayList<>();
          Source theirs = object.field("txns").field(shortName);
          for (int i = 0; theirs != null && i < theirs.size(); i++) {
            expected.add(theirs.item(i).text());
          }
          assertEquals(expected, hashes);
        });
  }

  private static void transaction(Source fields, Source object) {
    Source body = fields.field("body");
    if (object.field("outputs") != null) {
      outputs(body.field("outputs"), object.field("outputs"));
    }
    if (object.field("dr_pointer") != null) {
      assertEquals(text(object, "dr_pointer"), text(body, "dr_pointer"));
    }
    if (object.field("rad_hash") != null) {
      assertEquals(text(object, "rad_hash"), text(body, "dr_output", "data_request", "rad_hash"));
    }
    if (object.field("operator") != null) {
      assertEquals(text(object, "nonce"), text(body, "nonce"));
      assertEquals(address(text(object, "operator")), text(body, "operator"));
    }
    if (object.field("validator") != null) {
      assertEquals(address(text(object, "validator")), text(body, "output", "key", "validator"));
    }
  }

  private static String address(String pkh) {
    return Bech32.encodeBytes("twit", Hex.parse(pkh));
  }

  private static void outputs(Source ours, Source expected) {
    assertEquals(expected.size(), ours.size());
    for (int i = 0; i < ours.size(); i++) {
      assertEquals(address(text(expected.item(i), "pkh")), text(ours.item(i), "pkh"));
      assertEquals(text(expected.item(i), "value"), text(ours.item(i), "value"));
    }
  }

  private static void signed(Source signature, String digest) {
    byte[] der = Hex.parse(text(signature, "signature", "Secp256k1", "der"));
    byte[] key = Hex.parse(text(signature, "public_key"));
    byte[] compact = DerSignature.decode(der).orElseThrow();
    assertTrue(Secp256k1.verify(key, Hex.parse(digest), compact), digest);
  }

  @Test
  void signaturesAreOfTheHashesThatWeCompute() {
    Set<String> seen = new HashSet<>();
    each(
        (message, frame, expected) -> {
          if (!seen.add(Hex.of(message.body()))) {
            return;
          }
          switch (message.kind().name()) {
            case "Block" -> {
              Source block = fields(message);
              if (!text(block, "block_sig", "signature", "Secp256k1", "der").isEmpty()) {
                signed(block.field("block_sig"), text(block, "hash"));
              }
            }
            case "Transaction" -> {
              Source fields = fields(message);
              Source transaction = fields.field(fields.names().getFirst());
              Source list = transaction.field("signatures");
              for (int i = 0; list != null && i < list.size(); i++) {
                signed(list.item(i), text(transaction, "hash"));
              }
              if (transaction.field("signature") != null) {
                signed(transaction.field("signature"), text(transaction, "hash"));
              }
            }
            case "SuperBlockVote" -> {
              var vote = Schema.of(Networks.chain(Networks.MAIN)).superBlocks.vote;
              String digest = Hex.of(vote.readAll(message.body()).digest());
              signed(fields(message).field("secp256k1_signature"), digest);
            }
            default -> {}
          }
        });
  }
}
