// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.witnet.message.DataRequests;
import dev.peerglot.codec.protocol.witnet.message.Schema;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ids and hashes. Blocks, superblocks and genesis hashes are of the tests and the configuration of
 * witnet-rust; transactions were computed by an independent encoder that reproduced those.
 */
class HashVectorsTest {
  private static final Chain MAIN = Networks.chain(Networks.MAIN);
  private static final Schema SCHEMA = Schema.of(MAIN);
  private static final String KEY_ADDRESS = "wit18cfejmk3305y9kw5xqa59rwnpjzahr57us48vm";
  private static final String DR_HASH =
      "187ff023b5b0ef14c27468fd2196ff4a98567b3a43e5669dd546e2e0570a55c1";
  private static final String ZERO_SIGNATURE =
      "{\"signature\":{\"Secp256k1\":{}},\"public_key\":\"" + "00".repeat(33) + "\"}";

  private static final String VT_BODY =
      "0a280a260a220a2011111111111111111111111111111111111111111111111111111111"
          + "111111111001121e0a160a1422222222222222222222222222222222222222221080dea0"
          + "cb0512210a160a143e13996ed18be842d9d4303b428dd30c85db8e9e10fa011880a4a7da"
          + "06";

  private static final String DR_OUTPUT =
      "0a2c121e0801121568747470733a2f2f6578616d706c652e6f72672f701a038118771a02"
          + "100322060a020808100210e8071803200a28333080e497d012";

  private static final String DR_BODY =
      "0a260a240a220a2011111111111111111111111111111111111111111111111111111111"
          + "11111111121a0a160a143e13996ed18be842d9d4303b428dd30c85db8e9e10071a3d0a2c"
          + "121e0801121568747470733a2f2f6578616d706c652e6f72672f701a038118771a021003"
          + "22060a020808100210e8071803200a28333080e497d012";

  private static final String REVEAL_BODY =
      "0a220a20187ff023b5b0ef14c27468fd2196ff4a98567b3a43e5669dd546e2e0570a55c1"
          + "1202182a1a160a143e13996ed18be842d9d4303b428dd30c85db8e9e";

  private static final String COMMIT_BODY =
      "0a220a20187ff023b5b0ef14c27468fd2196ff4a98567b3a43e5669dd546e2e0570a55c1"
          + "12220a202a9d5d173a05998c1e7d9420ab6140f0fe6398b2f2016b649d0556670171331b"
          + "1a7a0a780a51333333333333333333333333333333333333333333333333333333333333"
          + "333333333333333333333333333333333333333333333333333333333333333333333333"
          + "33333333333333333333333333333312230a2102b98a7fb8cc007048625b6446ad49a1b3"
          + "a722df8c1ca975b87160023e14d1909722280a260a220a20111111111111111111111111"
          + "111111111111111111111111111111111111111110023200";

  private static final String TALLY =
      "0a220a20187ff023b5b0ef14c27468fd2196ff4a98567b3a43e5669dd546e2e0570a55c1"
          + "1202182a1a1b0a160a143e13996ed18be842d9d4303b428dd30c85db8e9e10f20722160a"
          + "142222222222222222222222222222222222222222";

  private static final String MINT =
      "0d1f354300121f0a160a143e13996ed18be842d9d4303b428dd30c85db8e9e1080e8eda1" + "ba01";

  private static final String STAKE_BODY =
      "0a260a240a220a2011111111111111111111111111111111111111111111111111111111"
          + "1111111112ad010880c0caf384a30212300a160a143e13996ed18be842d9d4303b428dd3"
          + "0c85db8e9e12160a1422222222222222222222222222222222222222221a710a4a0a480a"
          + "463044022008af1b157037d14e5850c9451f49e36b8fb4c6908f8162e8c1f6f91d6e57a3"
          + "3a02200decfb141b08eec65b4ab0f22e0019a0035d36304d21654e654b48a6449c0e4712"
          + "230a2102b98a7fb8cc007048625b6446ad49a1b3a722df8c1ca975b87160023e14d19097"
          + "1a180a160a140000000000000000000000000000000000000000";

  private static final String UNSTAKE_BODY =
      "0a160a143e13996ed18be842d9d4303b428dd30c85db8e9e121f0a160a14222222222222"
          + "222222222222222222222222222210e8071880ea4918012007";

  private static final String OLD_OUTPUT =
      "0abf0108f3b5988906123b122468747470733a2f2f7777772e6269747374616d702e6e65"
          + "742f6170692f7469636b65722f1a13841877821864646c6173748218571903e8185b125c"
          + "123168747470733a2f2f6170692e636f696e6465736b2e636f6d2f76312f6270692f6375"
          + "7272656e7470726963652e6a736f6e1a2786187782186663627069821866635553448218"
          + "646a726174655f666c6f61748218571903e8185b1a0d0a0908051205fa3fc00000100322"
          + "0d0a0908051205fa3fc000001003100a186420012846308094ebdc03";

  private static final String GENESIS_HEADER =
      "0801122412220a20666564676f6573627272727c2f3030312f3738392f3432382f613031"
          + "2e6769661ad8010a220a20e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4"
          + "95991b7852b85512220a20d33b343933ad4cc606609b2c2edca6025c07c0bbfd745c66e0"
          + "13ec9734c697f51a220a20e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4"
          + "95991b7852b85522220a20e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4"
          + "95991b7852b8552a220a20e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4"
          + "95991b7852b85532220a20e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca4"
          + "95991b7852b85522270a2512230a21000000000000000000000000000000000000000000"
          + "0000000000000000000000002a00";

  private static Source json(Type<?> type, String hex) {
    Out out = new Out();
    Malformed fault = Body.write(type, Hex.parse(hex), out);
    assertNull(fault, () -> fault.line());
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }

  private static byte[] build(Type<?> type, String json) {
    Out out = new Out();
    type.build(JsonSource.parse(json), out);
    return out.toBytes();
  }

  /** A message with that value in field 1. */
  private static String around(String hex) {
    Out out = new Out().u8(0x0a);
    Numbers.varint.put(out, hex.length() / 2);
    return Hex.of(out.bytes(Hex.parse(hex)).toBytes());
  }

  private static void hashOf(Type<?> type, String hex, String hash) {
    assertEquals(hash, json(type, hex).field("hash").text());
    assertEquals(hex, Hex.of(((Protobuf<?>) type).canonical(Hex.parse(hex))));
  }

  @Test
  void transactionsAreHashedByTheirBodies() {
    hashOf(
        SCHEMA.transactions.valueTransfer.wire(),
        around(VT_BODY),
        "c5023bd48e2c4143185f6b0c64dd95ca9656048d0cc94beaeee8dbc61bf6337c");
    hashOf(
        SCHEMA.transactions.commit.wire(),
        around(COMMIT_BODY),
        "172a970cbd1aaf07ff2ac5ce5ca4dcc7147350c728a403949e6c2e4486b996fa");
    hashOf(
        SCHEMA.transactions.reveal.wire(),
        around(REVEAL_BODY),
        "237414a25cee17e1c3942048a19a79159cbdc595818d547b17dbe76fb4d70ce4");
    hashOf(
        SCHEMA.transactions.stake.wire(),
        around(STAKE_BODY),
        "8b2a92cddf4a5e0b63dd65307cd1f793b28f16ebfe6ce47ff8f376b6668521d0");
    hashOf(
        SCHEMA.transactions.unstake.wire(),
        around(UNSTAKE_BODY) + "12290a020a0012230a21" + "00".repeat(33),
        "7e09b13e8e9d5015d1f4b7f1105edf72986e6adc87f993e470a7cc2803dbf4aa");
  }

  @Test
  void dataRequestsAndTalliesAreHashedTwice() {
    hashOf(SCHEMA.transactions.dataRequest.wire(), around(DR_BODY), DR_HASH);
    assertEquals(
        "8e492713bfab5925f167b3715ffae22d1ba7b8dfb4d2de3bc0d1bf6ca9c59ec1",
        Hex.of(Sha256.of(Hex.parse(DR_OUTPUT))));
    assertEquals(
        "d5b28cf887aab8b5c0daa9ea1a8cd5729ff8ebb2f01bb4b4991e06cfd18a0836",
        json(DataRequests.OUTPUT, DR_OUTPUT).field("data_request").field("rad_hash").text());
    hashOf(
        SCHEMA.transactions.tally.wire(),
        TALLY,
        "a1b93d2e7ce9b95efdebf43e410a1adf60f70ba805f90c86bdeff2e45c51f6da");
  }

  @Test
  void mintsAreHashedAsTheyAre() {
    hashOf(
        SCHEMA.transactions.mint.wire(),
        MINT,
        "32f82cd12fe23dba218be9308a29a69ffb2b71c3beb8b3a5f94f13b8605bb4d8");
    assertEquals(
        Hex.of(Sha256.of(new byte[0])),
        json(SCHEMA.transactions.mint.wire(), "").field("hash").text());
    Source mint = json(SCHEMA.transactions.mint.wire(), MINT);
    assertEquals("4404511", mint.field("epoch").text());
    assertEquals(KEY_ADDRESS, mint.field("outputs").item(0).field("pkh").text());
  }

  @Test
  void unknownFieldsAreShownAndNotHashed() {
    String hex = around(VT_BODY + "f00701");
    Source transfer = json(SCHEMA.transactions.valueTransfer.wire(), hex);
    assertEquals(
        "c5023bd48e2c4143185f6b0c64dd95ca9656048d0cc94beaeee8dbc61bf6337c",
        transfer.field("hash").text());
    assertEquals(
        "126", transfer.field("body").field("unknown_fields").item(0).field("number").text());
  }

  @Test
  void aRevealsSignatureIsWhatWasCommittedTo() {
    String der =
        "30440220184b7d0943aac2c587500dd3fdf96983df6ebc63625196c3ba61e7c426f07c7a"
            + "022041dc673b8709c30c0125d962f62273d65dd3493d8adb5497de6abd45012ad53a";
    String signature =
        "{\"signature\":{\"Secp256k1\":{\"der\":\""
            + der
            + "\"}},\"public_key\":\"02b98a7fb8cc007048625b6446ad49a1b3a722df8c1ca975b87160023e14d19097\"}";
    byte[] reveal =
        build(
            SCHEMA.transactions.reveal.wire(),
            "{\"body\":{\"dr_pointer\":\""
                + DR_HASH
                + "\",\"reveal\":\"182a\",\"pkh\":\""
                + KEY_ADDRESS
                + "\"},\"signatures\":["
                + signature
                + "]}");
    Source shown = json(SCHEMA.transactions.reveal.wire(), Hex.of(reveal));
    assertEquals(
        "2a9d5d173a05998c1e7d9420ab6140f0fe6398b2f2016b649d0556670171331b",
        shown.field("commitment").text());
    assertEquals(KEY_ADDRESS, shown.field("signatures").item(0).field("signer").text());
    assertEquals(
        "2a9d5d173a05998c1e7d9420ab6140f0fe6398b2f2016b649d0556670171331b",
        json(SCHEMA.transactions.commit.wire(), around(COMMIT_BODY))
            .field("body")
            .field("commitment")
            .text());
  }

  @Test
  void anOutputOfTheReferencesTools() {
    Source output = json(DataRequests.OUTPUT, OLD_OUTPUT);
    Source request = output.field("data_request");
    assertEquals("1629887219", request.field("time_lock").text());
    assertEquals(
        "https://www.bitstamp.net/api/ticker/",
        request.field("retrieve").item(0).field("url").text());
    assertEquals("Unknown", request.field("retrieve").item(1).field("kind_name").text());
    for (String step : List.of("aggregate", "tally")) {
      Source filter = request.field(step).field("filters").item(0);
      assertEquals("DeviationStandard", filter.field("op_name").text());
      assertEquals("fa3fc00000", filter.field("args").text());
      assertEquals("AverageMean", request.field(step).field("reducer_name").text());
    }
    assertEquals("100", output.field("witnesses").text());
    assertEquals("1000000000", output.field("collateral").text());
  }

  private static String exampleBlock(boolean eight) {
    String zero = "\"" + "00".repeat(32) + "\"";
    StringBuilder roots = new StringBuilder();
    List<String> names = new ArrayList<>(List.of("mint_hash"));
    for (String name : List.of("vt", "dr", "commit", "reveal", "tally", "stake", "unstake")) {
      names.add(name + "_hash_merkle_root");
    }
    for (String name : eight ? names : names.subList(0, 6)) {
      roots.append(roots.isEmpty() ? "{\"" : ",\"").append(name).append("\":").append(zero);
    }
    String retrieve =
        "{\"kind\":\"HttpGet\",\"url\":\"https://openweathermap.org/data/2.5/weather"
            + "?id=2950159&appid=b6907d289e10d714a6e88b30761fae22\"}";
    return "{\"block_header\":{\"beacon\":{\"hash_prev_block\":"
        + zero
        + "},\"merkle_roots\":"
        + roots
        + "},\"proof\":{\"proof\":{\"public_key\":\""
        + "00".repeat(33)
        + "\"}}},\"block_sig\":"
        + ZERO_SIGNATURE
        + ",\"txns\":{\"data_request_txns\":[{\"body\":{\"inputs\":[{\"output_pointer\":"
        + "{\"transaction_id\":"
        + zero
        + "}}],\"outputs\":[{\"pkh\":\""
        + "00".repeat(20)
        + "\"}],\"dr_output\":{\"data_request\":{\"retrieve\":["
        + retrieve
        + ","
        + retrieve
        + "]}}},\"signatures\":["
        + ZERO_SIGNATURE
        + "]}]}}";
  }

  @Test
  void theEpochSaysWhichFormOfABlockIsHashed() {
    Schema later = Schema.of(new Chain("wit", MAIN.genesis(), MAIN.epochs(), 0));
    byte[] current = build(SCHEMA.blocks.block, exampleBlock(true));
    byte[] legacy = build(SCHEMA.blocks.block, exampleBlock(false));
    String old = "70e15ac70bb00f49c7a593b2423f722dca187bbae53dc2f22647063b17608c01";
    String full = "29ef68357a5c861b9dbe043d351a28472ca450edcda25de4c9b80a4560a28c0f";
    assertEquals(old, json(SCHEMA.blocks.block, Hex.of(current)).field("hash").text());
    assertEquals(old, json(SCHEMA.blocks.block, Hex.of(legacy)).field("hash").text());
    assertEquals(full, json(later.blocks.block, Hex.of(current)).field("hash").text());
    Source request =
        json(SCHEMA.blocks.block, Hex.of(current)).field("txns").field("data_request_txns");
    assertEquals(
        "9221b651aaef0f6d75a175958825775ed0add54102a431a27e485052478e0f9b",
        request.item(0).field("hash").text());
    byte[] frame = Framing.frame(1, "5", current);
    byte[] oldFrame = Framing.frame(1, "5", legacy);
    assertEquals(754 + 4, frame.length);
    assertEquals(682 + 4, oldFrame.length);
    assertEquals("080112ed052a", Hex.of(frame, 4, 6));
    assertEquals("080112a5052a", Hex.of(oldFrame, 4, 6));
  }

  @Test
  void whereEpochsAreNotKnownTheBlockItselfSays() {
    Schema own = Schema.of(Networks.chain(Networks.DEVELOPMENT));
    byte[] current = build(own.blocks.block, exampleBlock(true));
    assertEquals(
        "70e15ac70bb00f49c7a593b2423f722dca187bbae53dc2f22647063b17608c01",
        json(own.blocks.block, Hex.of(current)).field("hash").text());
  }

  @Test
  void theGenesisBlockOfTheTestnet() {
    Chain test = Networks.chain(Networks.TEST);
    Schema schema = Schema.of(test);
    assertEquals(302, GENESIS_HEADER.length() / 2);
    StringBuilder outputs = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      String address =
          i < 2
              ? "twit1la2gphmexpqx5r5kx957632j9ryzudwvlwqslj"
              : i < 4
                  ? "twit1nfnfj9t6farlsxxlr7egechguxvje9qlu263w4"
                  : "twit164wvguueu2uuf8ernlw7d40fjalg4njqdzzxyx";
      outputs
          .append(i == 0 ? "" : ",")
          .append("{\"pkh\":\"")
          .append(address)
          .append("\",\"value\":10000000000000000}");
    }
    byte[] transfer =
        build(
            schema.transactions.valueTransfer.wire(), "{\"body\":{\"outputs\":[" + outputs + "]}}");
    assertEquals(
        "d33b343933ad4cc606609b2c2edca6025c07c0bbfd745c66e013ec9734c697f5",
        json(schema.transactions.valueTransfer.wire(), Hex.of(transfer)).field("hash").text());
    Out txns = new Out().u8(0x0a).u8(0).u8(0x12);
    Numbers.varint.put(txns, transfer.length);
    txns.bytes(transfer);
    Out block = new Out().bytes(Hex.parse(around(GENESIS_HEADER)));
    block.bytes(Hex.parse("12290a020a0012230a21" + "00".repeat(33))).u8(0x1a);
    Numbers.varint.put(block, txns.size());
    block.bytes(txns.toBytes());
    Source shown = json(schema.blocks.block, Hex.of(block.toBytes()));
    assertEquals(test.genesis(), shown.field("hash").text());
    assertEquals("true", shown.field("roots_fit").text());
  }

  @Test
  void merkleRoots() {
    List<String> roots =
        List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "0101010101010101010101010101010101010101010101010101010101010101",
            "f818afd37a6dc3bc92fb44731011277006db4efa6e9023cd7468c02335d22a4d",
            "0479d06fbc8bd667d6c53e3ec229858fc27bb8d883015478a292757338576797",
            "2c0c4083be2badf7c9f9046d8730d21e034c1ce50f519c166d7605848b17b0d5",
            "0a99d4a8549c3dd2915d3f9d274fdb76b026a4129cd4bbcb1169c8a1285f8d34");
    List<byte[]> leaves = new ArrayList<>();
    for (String root : roots) {
      assertEquals(root, Hex.of(Hashes.merkleRoot(leaves)));
      byte[] leaf = new byte[32];
      Arrays.fill(leaf, (byte) (leaves.size() + 1));
      leaves.add(leaf);
    }
  }

  @Test
  void theMagicOfOneX() {
    String json =
        "{\"checkpoint_zero_timestamp\":1602666000,\"checkpoints_period\":45,\"bootstrap_hash\":\""
            + Chain.BOOTSTRAP
            + "\",\"genesis_hash\":\""
            + MAIN.genesis()
            + "\",\"max_vt_weight\":20000,\"max_dr_weight\":80000,\"activity_period\":2000,"
            + "\"reputation_expire_alpha_diff\":20000,\"reputation_issuance\":1,"
            + "\"reputation_issuance_stop\":1048576,\"reputation_penalization_factor\":0.5,"
            + "\"mining_backup_factor\":8,\"mining_replication_factor\":3,"
            + "\"collateral_minimum\":1000000000,\"collateral_age\":1000,\"superblock_period\":10,"
            + "\"extra_rounds\":3,\"minimum_difficulty\":2000,"
            + "\"epochs_with_minimum_difficulty\":2000,\"bootstrapping_committee\":["
            + "\"wit1g0rkajsgwqux9rnmkfca5tz6djg0f87x7ms5qx\","
            + "\"wit1cyrlc64hyu0rux7hclmg9rxwxpa0v9pevyaj2c\","
            + "\"wit1asdpcspwysf0hg5kgwvgsp2h6g65y5kg9gj5dz\","
            + "\"wit13l337znc5yuualnxfg9s2hu9txylntq5pyazty\","
            + "\"wit17nnjuxmfuu92l6rxhque2qc3u2kvmx2fske4l9\","
            + "\"wit1etherz02v4fvqty6jhdawefd0pl33qtevy7s4z\","
            + "\"wit1drcpu0xc2akfcqn8r69vw70pj8fzjhjypdcfsq\","
            + "\"wit1gxf0ca67vxtg27kkmgezg7dd84hwmzkxn7c62x\","
            + "\"wit1hujx8v0y8rzqchmmagh8yw95r943cdddnegtgc\","
            + "\"wit1yd97y52ezvhq4kzl6rph6d3v6e9yya3n0kwjyr\","
            + "\"wit1fn5yxmgkphnnuu6347s2dlqpyrm4am280s6s9t\","
            + "\"wit12khyjjk0s2hyuzyyhv5v2d5y5snws7l58z207g\"],"
            + "\"superblock_signing_committee_size\":100,"
            + "\"superblock_committee_decreasing_period\":5,"
            + "\"superblock_committee_decreasing_step\":5,"
            + "\"initial_block_reward\":250000000000,\"halving_period\":3500000}";
    Type<?> type = Messages.of(Networks.MAIN).findType("ConsensusConstants").orElseThrow().type();
    byte[] bytes = build(type, json);
    assertEquals(700, bytes.length);
    assertEquals(
        "9fed3bbe0b5f5ceecbe131bfd436c81303be4db7b1bc40e525f553b5c87208f4",
        Hex.of(Sha256.of(bytes)));
    assertEquals("9fed", json(type, Hex.of(bytes)).field("magic").text());
    assertEquals(Networks.OLD_MAIN_MAGIC, 0x9fed);
  }

  @Test
  void accountsAndAddresses() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 0xcd);
    assertEquals(
        List.of(
            "02b98a7fb8cc007048625b6446ad49a1b3a722df8c1ca975b87160023e14d19097",
            "3e13996ed18be842d9d4303b428dd30c85db8e9e",
            KEY_ADDRESS,
            "twit18cfejmk3305y9kw5xqa59rwnpjzahr57j9urv2"),
        List.copyOf(Keys.identity(secret).notations().values()));
    Accounts main = new Accounts("wit");
    assertEquals(
        "0a1443c76eca087038628e7bb271da2c5a6c90f49fc6",
        Hex.of(build(main.publicKeyHash, "\"wit1g0rkajsgwqux9rnmkfca5tz6djg0f87x7ms5qx\"")));
    for (String bad :
        List.of(
            "wit1g0rkajsgwqux9rnmkfca5tz6djg0f87x7ms5qy",
            "twit18cfejmk3305y9kw5xqa59rwnpjzahr57j9urv2",
            "43c76e",
            "")) {
      assertThrows(Malformed.class, () -> build(main.publicKeyHash, "\"" + bad + "\""), bad);
    }
    assertTrue(
        assertThrows(Malformed.class, () -> main.publicKeyHash.read(new In(Hex.parse("0a0101"))))
            .line()
            .contains("an account of 1 bytes"));
  }

  @Test
  void epochsAndTimes() {
    Epochs main = MAIN.epochs();
    Epochs test = Networks.chain(Networks.TEST).epochs();
    assertEquals(4404512, main.at(1768480000));
    assertEquals(674060, test.at(1768480000));
    assertEquals(1742568750, main.begin(3108950));
    assertEquals(1755000000, test.begin(60));
    assertEquals(-1, main.at(1602665999));
    for (long epoch : new long[] {0, 1, 59, 60, 61, 3108949, 3108950, 3108951, 5_000_000}) {
      for (Epochs epochs : List.of(main, test)) {
        assertEquals(epoch, epochs.at(epochs.begin(epoch)));
        assertEquals(epoch - 1, epochs.at(epochs.begin(epoch) - 1));
      }
    }
  }
}
