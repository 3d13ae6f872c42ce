// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import dev.peerglot.codec.protocol.bitcoin.message.TxType;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** In what the coins on Bitcoin's wire differ from it. */
class ForksTest {
  private static final String EMPTY_TX = "01000000" + "00" + "00" + "00000000";
  private static final String PLAIN_TX =
      "01000000" + "01" + "00".repeat(36) + "00ffffffff" + "00" + "00000000";

  private static String header(String version) {
    return version + "00".repeat(64) + "00000000" + "ffff7f20" + "00000000";
  }

  private static Network network(String scheme) {
    return Networks.ALL.stream().filter(n -> n.scheme().equals(scheme)).findFirst().orElseThrow();
  }

  private static JsonSource fields(String scheme, String message, String hex) {
    Type<?> type = MessageVectorsTest.type(scheme, message);
    String json = MessageChecks.json(type, Hex.parse(hex));
    assertEquals(hex, MessageVectorsTest.built(type, json));
    return JsonSource.parse(json);
  }

  private static Malformed fault(String scheme, String message, String hex) {
    return Body.write(MessageVectorsTest.type(scheme, message), Hex.parse(hex), new Out());
  }

  @Test
  void mergedMiningPutsAnotherHeaderBehind() {
    String proof =
        PLAIN_TX
            + "11".repeat(32)
            + "01"
            + "22".repeat(32)
            + "00000000"
            + "00"
            + "00000000"
            + header("01000000");
    String headers = "02" + header("02016200") + proof + "00" + header("02006200") + "00";
    for (String coin : new String[] {"dogecoin", "namecoin"}) {
      JsonSource list = (JsonSource) fields(coin, "headers", headers).field("headers");
      JsonSource merged = (JsonSource) list.item(0).field("header");
      assertEquals("11".repeat(32), merged.field("auxpow").field("parent_hash").text());
      assertEquals(null, list.item(1).field("header").field("auxpow"));
      assertEquals(coin.equals("namecoin"), merged.field("meets_target") != null);
    }
    Out bitcoins = new Out();
    Body.write(MessageVectorsTest.type("bitcoin", "headers"), Hex.parse(headers), bitcoins);
    String text = new String(bitcoins.toBytes(), StandardCharsets.UTF_8);
    assertTrue(text.contains("trailing"), "Bitcoin has no merged mining");
    Malformed cut = fault("dogecoin", "headers", "01" + header("02016200") + "01000000");
    assertEquals("headers[0].header.auxpow.coinbase_tx.inputs", cut.path());
  }

  @Test
  void theWorkOfAMergedBlockIsItsParents() {
    String easy = header("02016200");
    String proof =
        PLAIN_TX + "00".repeat(32) + "00" + "00000000" + "00" + "00000000" + header("01000000");
    JsonSource block = fields("namecoin", "block_header", easy + proof);
    byte[] parent = dev.peerglot.crypto.hash.Sha256.twice(Hex.parse(header("01000000")));
    assertEquals(parent[31] >= 0, block.field("meets_target").bool());
  }

  @Test
  void litecoinsExtensionIsKept() {
    String hogEx = "01000000" + "0008" + "00" + "00" + "00" + "00000000";
    assertEquals("00", fields("litecoin", "tx", hogEx).field("mweb").text());
    String mweb = "01000000" + "0008" + "00" + "00" + "01aabbccdd" + "00000000";
    JsonSource tx = fields("litecoin", "tx", mweb);
    assertEquals("01aabbccdd", tx.field("mweb").text());
    assertEquals(null, tx.field("wtxid"));
    String block = header("00000020") + "01" + hogEx + "0102030405";
    JsonSource fields = fields("litecoin", "block", block);
    assertEquals("0102030405", fields.field("mweb_block").text());
    assertEquals("flag", fault("bitcoin", "tx", hogEx).path());
    assertEquals(
        "transactions[0].mweb",
        fault("litecoin", "block", header("00000020") + "01" + mweb).path());
  }

  @Test
  void dashPutsAPayloadBehindTheLockTime() {
    String special = "03000500" + PLAIN_TX.substring(8) + "03aabbcc";
    JsonSource tx = fields("dash", "tx", special);
    assertEquals("aabbcc", tx.field("extra_payload").text());
    assertEquals(
        Hex.reversed(dev.peerglot.crypto.hash.Sha256.twice(Hex.parse(special))),
        tx.field("txid").text());
    Tx read = new TxType(Chain.of(network("dash")), true).readAll(Hex.parse(special));
    assertEquals(tx.field("txid").text(), Hex.reversed(read.txid()));
    assertEquals(null, fields("dash", "tx", PLAIN_TX).field("extra_payload"));
  }

  @Test
  void withoutSegwitATransactionMayHaveNoInputs() {
    String odd = "01000000" + "00" + "01" + "0100000000000000" + "00" + "00000000";
    JsonSource tx = fields("bitcoin-cash", "tx", odd);
    assertEquals(1, tx.field("outputs").size());
    assertEquals(null, tx.field("weight"));
    assertFalse(fault("bitcoin", "tx", odd) == null);
    assertEquals(0, fields("bitcoin", "tx", EMPTY_TX).field("inputs").size());
  }

  @Test
  void serviceBitsAndItemsHaveTheNamesOfTheCoin() {
    String version = "80110100" + "2008000000000000" + "00".repeat(8) + "00".repeat(26);
    assertEquals(
        "[BITCOIN_CASH, EXTVERSION]", names(fields("bitcoin-cash", "version", version)).toString());
    assertEquals("[bit 5, P2P_V2]", names(fields("bitcoin", "version", version)).toString());
    String inv = "01" + "a0940000" + "00".repeat(32);
    assertEquals(
        "DOUBLESPENDPROOF",
        fields("bitcoin-cash", "inv", inv).field("inventory").item(0).field("type_name").text());
    assertEquals(null, fields("bitcoin", "inv", inv).field("inventory").item(0).field("type_name"));
  }

  private static java.util.List<String> names(JsonSource version) {
    var names = version.field("services_names");
    java.util.List<String> words = new java.util.ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      words.add(names.item(i).text());
    }
    return words;
  }
}
