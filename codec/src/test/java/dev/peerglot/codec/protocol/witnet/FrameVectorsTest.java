// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.protocol.witnet.message.SuperBlocks;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Bodies from the tests of witnet-rust ({@code data_structures/tests/{serializers,builders}.rs}),
 * and complete frames of 2.x that an independent encoder made.
 */
class FrameVectorsTest {
  private static final String LAST_BEACON_BODY =
      "125342510a2412220a200000000000000000000000000000000000000000000000000000"
          + "00000000000012290d0100000012220a2001010101010101010101010101010101010101"
          + "01010101010101010101010101";

  private static final String VERSION_BODY =
      "0801128b010a88010802107b19040000000000000022080a06c0a801011f402a080a06c0"
          + "a801021f4132046173646639010000000000000042560a290d0700000012220a20040404"
          + "040404040404040404040404040404040404040404040404040404040412290d01000000"
          + "12220a200505050505050505050505050505050505050505050505050505050505050505";

  private static final String ANNOUNCEMENT_BODY =
      "0801124e324c0a2412220a20010101010101010101010101010101010101010101010101"
          + "01010101010101010a240a220a2002020202020202020202020202020202020202020202"
          + "02020202020202020202";

  private static final String REQUEST_BODY =
      "0801124e3a4c0a2412220a20010101010101010101010101010101010101010101010101"
          + "01010101010101010a240a220a2002020202020202020202020202020202020202020202"
          + "02020202020202020202";

  private static final String PEERS_FRAME =
      "0000002708cc53122222200a080a06cb00710753590a140a1220010db800000000000000" + "00000000015359";

  private static final String VERSION_FRAME =
      "000000a308cc53129d010a9a0108011080baa3cb0619010000000000000022080a060000"
          + "000000002a080a06cb007107535932127769746e65742d7275737420322e302e323639ef"
          + "cdab896745230142560a290d1f35430012220a20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa12290d83b8060012220a20bbbbbbbbbbbbbbbbbb"
          + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

  private static final String VERSION_ZERO_FRAME =
      "000000a508cc53129f010a9c0108011083baa3cb0619010000000000000022080a06cb00"
          + "710753592a140a1220010db8000000000000000000000001c00032127769746e65742d72"
          + "75737420322e302e3236391032547698badcfe424c0a2412220a20aaaaaaaaaaaaaaaaaa"
          + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa122412220a20bbbbbbbbbbbbbb"
          + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

  private static final String LAST_BEACON_FRAME =
      "0000005d08cc53125842560a290d1f35430012220a20aaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa12290d83b8060012220a20bbbbbbbbbbbbbb"
          + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

  private static final String ANNOUNCEMENT_FRAME =
      "0000005908cc53125432520a240a220a20aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          + "aaaaaaaaaaaaaaaaaaaaaaaaaa0a2412220a20bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
          + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb0a041883f11a";

  private static final String SUPER_BLOCK_FRAME =
      "000000c108cc5312bb015ab801080312220a200101010101010101010101010101010101"
          + "0101010101010101010101010101011a220a200202020202020202020202020202020202"
          + "02020202020202020202020202020220012a220a20030303030303030303030303030303"
          + "030303030303030303030303030303030332220a20040404040404040404040404040404"
          + "04040404040404040404040404040404043a220a20050505050505050505050505050505"
          + "0505050505050505050505050505050505";

  private static final String VOTE_FRAME =
      "000000cb08cc5312c50152c2010a230a2103100709d625d82c4eedf5f330d538b0cfa0dd"
          + "68a5c505b6896902ed935b5cce0e12720a4b0a490a473045022100a6e1e55c47a20d9338"
          + "1e5782213f9da5553de92cc42f6b3aa409603bd227f9cc022079347ce6583c334809118f"
          + "70246ddb95d19a87ac7953245d81fca0153f0d34b912230a2102b98a7fb8cc007048625b"
          + "6446ad49a1b3a722df8c1ca975b87160023e14d190971a220a204ee0395751a5b8d94217"
          + "ba71623414721ab8dc8c1634a5c79769d5196a1b39932501000000";

  private static final String TRANSACTION_FRAME =
      "000000ef08cc5312e9014ae6010ae3010a6d0a280a260a220a2011111111111111111111"
          + "111111111111111111111111111111111111111111111001121e0a160a14222222222222"
          + "22222222222222222222222222221080dea0cb0512210a160a143e13996ed18be842d9d4"
          + "303b428dd30c85db8e9e10fa011880a4a7da0612720a4b0a490a4730450221009f7823f6"
          + "fe7c7562493d3ee812ce03bd2e2b48cf010fb10ca3447dcf9f3e039a02202cb1d375d64d"
          + "a0c1b84a2cc1312d8e2d4032eccc5107fc99ef74bfc578f5725212230a2102b98a7fb8cc"
          + "007048625b6446ad49a1b3a722df8c1ca975b87160023e14d19097";

  private static Event.Message only(Network network, String hex) {
    Bare bare = Marks.bare(network, Hex.parse(hex));
    assertTrue(bare.certain());
    assertEquals(1, bare.events().size(), hex);
    Event.Message message = (Event.Message) bare.events().getFirst();
    assertNull(message.fault());
    assertEquals(hex.length() / 2, message.size());
    return message;
  }

  private static String json(Event.Message message) {
    Out out = new Out();
    assertNull(Body.write(message.kind().type(), message.body(), out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  private static Network magic(int magic) {
    return Networks.speaking(Networks.DEVELOPMENT, magic);
  }

  /** The message says that, and is made of that. */
  private static void both(Network network, String hex, String name, String json) {
    Event.Message message = only(network, hex);
    assertEquals(name, message.kind().name());
    assertEquals(json, json(message));
    MessageKind kind = Messages.of(network).get(name);
    Out out = new Out();
    kind.type().build(JsonSource.parse(json), out);
    byte[] frame = Framing.frame(Networks.magic(network), kind.code(), out.toBytes());
    String whole = Hex.of(frame);
    assertEquals(hex, whole.length() == hex.length() ? whole : whole.substring(8));
  }

  private static String beacons(long block, String hash, long superblock, String superHash) {
    return "{\"highest_block_checkpoint\":{\"checkpoint\":"
        + block
        + ",\"hash_prev_block\":\""
        + hash.repeat(32)
        + "\"},\"highest_superblock_checkpoint\":{\"checkpoint\":"
        + superblock
        + ",\"hash_prev_block\":\""
        + superHash.repeat(32)
        + "\"}}";
  }

  @Test
  void bodiesOfTheReferencesTests() {
    both(magic(0), "12021a00", "GetPeers", "{}");
    both(magic(0), "12021200", "Verack", "{}");
    both(magic(0), "120c220a0a080a06c0a801011f40", "Peers", "{\"peers\":[\"192.168.1.1:8000\"]}");
    both(magic(0), LAST_BEACON_BODY, "LastBeacon", beacons(0, "00", 1, "01"));
    both(
        magic(1),
        VERSION_BODY,
        "Version",
        "{\"version\":2,\"timestamp\":\"1970-01-01T00:02:03Z\",\"capabilities\":4,"
            + "\"capabilities_names\":[\"bit 2\"],\"sender_address\":\"192.168.1.1:8000\","
            + "\"receiver_address\":\"192.168.1.2:8001\",\"user_agent\":\"asdf\",\"nonce\":1,"
            + "\"beacon\":"
            + beacons(7, "04", 1, "05")
            + "}");
    String entries =
        "{\"inventory\":[{\"Tx\":\""
            + "01".repeat(32)
            + "\"},{\"Block\":\""
            + "02".repeat(32)
            + "\"}]}";
    both(magic(1), ANNOUNCEMENT_BODY, "InventoryAnnouncement", entries);
    both(magic(1), REQUEST_BODY, "InventoryRequest", entries);
  }

  @Test
  void framesOfThisProtocol() {
    Network own = Networks.DEVELOPMENT;
    both(own, "0000000708cc5312021a00", "GetPeers", "{}");
    both(own, "0000000708cc5312021200", "Verack", "{}");
    both(own, "0000000708cc5312022200", "Peers", "{\"peers\":[]}");
    both(own, PEERS_FRAME, "Peers", "{\"peers\":[\"203.0.113.7:21337\",\"[2001:db8::1]:21337\"]}");
    both(own, LAST_BEACON_FRAME, "LastBeacon", beacons(4404511, "aa", 440451, "bb"));
    both(
        own,
        ANNOUNCEMENT_FRAME,
        "InventoryAnnouncement",
        "{\"inventory\":[{\"Block\":\""
            + "aa".repeat(32)
            + "\"},{\"Tx\":\""
            + "bb".repeat(32)
            + "\"},{\"SuperBlock\":440451}]}");
    both(
        own,
        "0000000d08cc5312083a060a041883f11a",
        "InventoryRequest",
        "{\"inventory\":[{\"SuperBlock\":440451}]}");
    both(
        own,
        "0000000b08cc5312063a040a021800",
        "InventoryRequest",
        "{\"inventory\":[{\"SuperBlock\":0}]}");
  }

  @Test
  void greetings() {
    Network own = Networks.DEVELOPMENT;
    both(
        own,
        VERSION_FRAME,
        "Version",
        "{\"version\":1,\"timestamp\":\"2026-01-15T12:26:40Z\",\"capabilities\":1,"
            + "\"capabilities_names\":[\"full_node\"],\"sender_address\":\"0.0.0.0:0\","
            + "\"receiver_address\":\"203.0.113.7:21337\",\"user_agent\":\"witnet-rust 2.0.26\","
            + "\"nonce\":81985529216486895,\"beacon\":"
            + beacons(4404511, "aa", 440451, "bb")
            + "}");
    both(
        own,
        VERSION_ZERO_FRAME,
        "Version",
        "{\"version\":1,\"timestamp\":\"2026-01-15T12:26:43Z\",\"capabilities\":1,"
            + "\"capabilities_names\":[\"full_node\"],\"sender_address\":\"203.0.113.7:21337\","
            + "\"receiver_address\":\"[2001:db8::1]:49152\","
            + "\"user_agent\":\"witnet-rust 2.0.26\",\"nonce\":18364758544493064720,\"beacon\":"
            + beacons(0, "aa", 0, "bb")
            + "}");
  }

  @Test
  void checkpointsAreTimesWhereTheEpochsAreKnown() {
    Source beacon = JsonSource.parse(json(only(Networks.MAIN, LAST_BEACON_FRAME)));
    Source block = beacon.field("highest_block_checkpoint");
    Source superblock = beacon.field("highest_superblock_checkpoint");
    assertEquals("2026-01-15T12:26:10Z", block.field("time").text());
    assertEquals("2026-01-15T12:25:50Z", superblock.field("time").text());
  }

  @Test
  void superblocksAndVotes() {
    Source superblock = JsonSource.parse(json(only(Networks.MAIN, SUPER_BLOCK_FRAME)));
    assertEquals(
        "c9a800eb2c8047b05b660137771ccda4fa34e02fb7bc8d178747b0b3ae987875",
        superblock.field("hash").text());
    SuperBlocks.SuperBlock large =
        new SuperBlocks.SuperBlock(0x0fffffff, all(1), all(2), 0x00202020, all(3), all(4), all(5));
    assertEquals(
        "244961e865ad0e295184912cfd90032e3c400c08c959b49fda51e05eae1a7c66", Hex.of(large.hash()));
    Event.Message message = only(Networks.MAIN, VOTE_FRAME);
    SuperBlocks.Vote vote =
        Schema.of(Networks.chain(Networks.MAIN)).superBlocks.vote.readAll(message.body());
    assertEquals(
        "1f8872a0309cbfaa48937f03fa9aaadb83ad30ea07064c6417c2265f5295949a", Hex.of(vote.digest()));
    assertEquals(
        "wit18cfejmk3305y9kw5xqa59rwnpjzahr57us48vm",
        JsonSource.parse(json(message)).field("secp256k1_signature").field("signer").text());
  }

  private static byte[] all(int value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void aSignedTransaction() {
    Source transfer =
        JsonSource.parse(json(only(Networks.MAIN, TRANSACTION_FRAME))).field("ValueTransfer");
    assertEquals(
        "c5023bd48e2c4143185f6b0c64dd95ca9656048d0cc94beaeee8dbc61bf6337c",
        transfer.field("hash").text());
    assertEquals(
        "wit18cfejmk3305y9kw5xqa59rwnpjzahr57us48vm",
        transfer.field("signatures").item(0).field("signer").text());
  }
}
