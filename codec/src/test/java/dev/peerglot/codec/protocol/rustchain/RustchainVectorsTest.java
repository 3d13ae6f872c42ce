// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.rustchain.chain.Block;
import dev.peerglot.codec.protocol.rustchain.chain.Dialect;
import dev.peerglot.codec.protocol.rustchain.chain.Dialects;
import dev.peerglot.codec.protocol.rustchain.chain.Transaction;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that an independent implementation of the encodings computed. */
class RustchainVectorsTest {
  private static final String HASH =
      "d136e9438ef1b044c2f3afb450f3104d3e4a15cd0b4a4f1a39b647bd0c077dc1";
  private static final String ADDRESS = "4XtHEiAXNiQCcQt7eQPQ6dTTH6nr1r55Pj6SKMk6th5zARQB9p";
  private static final String COINBASE_ID =
      "65208fe35e10201da22f1f29ca5947647a37dba1ab9fc749767d440d57930768";
  private static final String COINBASE =
      "20" + COINBASE_ID + "0100001000112233445566778899aabbccddeeff0001140020" + HASH;
  private static final String GENESIS =
      "fd00d0ca9f17030000044e6f6e6540303034316636326162643334356162373436373430323439666537666631"
          + "323532343765613933343261613261666462643261376637323064343638313533"
          + "65fb94060101"
          + COINBASE;
  private static final String SPEND =
      "2016140974b7cdbff4a98d7103349d876f0872977ce57d103a9e01f56fa7c3eabb0120"
          + COINBASE_ID
          + "00402f7f4b1d3253bdc9bd13858e40839a277764b6df2420c8b1204fada39ce99393076d8868dabfcb6d"
          + "def25c3041cfd68986997f359e5e6839255921f8378b89d5210284bf7562262bbd6940085748f3be6afa"
          + "52ae317155181ece31b66351ccffa4b0020600204c98afd617dc61c12995e7cd96067f2c4c29fd976652"
          + "85d2f51e142265ef78270e0020"
          + HASH;
  private static final String OLD_COINBASE =
      "2000000000000000129a14223067f651450d8c4159df7fec12387e92576782645bc3371672c26f1f0100000000"
          + "00000000000000000000000000000000000000100000000000000000112233445566778899aabbccddee"
          + "ff000000000000000001000000000000000a000000002000000000000000"
          + HASH;

  private static String shown(Type<?> type, byte[] body) {
    Out out = new Out();
    Malformed fault = Body.write(type, body, out);
    return new String(out.toBytes(), StandardCharsets.UTF_8) + (fault == null ? "" : fault.line());
  }

  private static String text(String name, String fields) {
    Out body = new Out();
    Messages.ALL.get(name).type().build(JsonSource.parse(fields), body);
    return new String(Framing.frame(name, body.toBytes()), StandardCharsets.UTF_8);
  }

  private static String numbers(byte[] bytes) {
    StringBuilder text = new StringBuilder("[");
    for (byte b : bytes) {
      text.append(text.length() > 1 ? "," : "").append(b & 0xff);
    }
    return text.append(']').toString();
  }

  @Test
  void walletKeys() {
    byte[] secret = new byte[32];
    for (int i = 0; i < 32; i++) {
      secret[i] = (byte) (i + 1);
    }
    Map<String, String> notations = Keys.identity(secret).notations();
    assertEquals(
        "0284bf7562262bbd6940085748f3be6afa52ae317155181ece31b66351ccffa4b0",
        notations.get("pub_key"));
    assertEquals(HASH, notations.get("pub_key_hash"));
    assertEquals(ADDRESS, notations.get("address"));
    Map<String, String> second = Keys.identity(Hex.parse("22".repeat(32))).notations();
    assertEquals(
        "4c98afd617dc61c12995e7cd96067f2c4c29fd97665285d2f51e142265ef7827",
        second.get("pub_key_hash"));
    assertEquals("3XUjK1NbWsfwr1Ewa8hB6kXpwBuf7aj6hfjZbuD7rkimVLPmEi", second.get("address"));
  }

  @Test
  void version() {
    String fields = "{\"addr_from\":\"127.0.0.1:2002\",\"version\":1,\"best_height\":0}";
    String value = text("Version", fields);
    assertEquals(
        "7b2256657273696f6e223a7b22616464725f66726f6d223a223132372e302e302e313a32303032222c"
            + "2276657273696f6e223a312c22626573745f686569676874223a307d7d",
        Hex.of(value.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void coinbase() {
    byte[] bytes = Hex.parse(COINBASE);
    assertEquals(90, bytes.length);
    Transaction transaction = Dialects.TRANSACTION.readAll(bytes).content();
    assertTrue(transaction.isCoinbase());
    assertEquals(COINBASE_ID, Hex.of(transaction.rightId(Dialect.D)));
    assertEquals(
        COINBASE_ID,
        Hex.of(
            Sha256.of(Hex.parse("000100001000112233445566778899aabbccddeeff0001140020" + HASH))));
    assertEquals(
        "{\"id\":\""
            + COINBASE_ID
            + "\",\"vin\":[{\"txid\":\"\",\"vout\":0,"
            + "\"signature\":\"00112233445566778899aabbccddeeff\",\"pub_key\":\"\"}],"
            + "\"vout\":[{\"value\":10,\"in_global_mem_pool\":false,\"pub_key_hash\":\""
            + HASH
            + "\",\"address\":\""
            + ADDRESS
            + "\"}],\"id_matches\":true}",
        shown(Dialects.TRANSACTION, bytes));
  }

  @Test
  void coinbaseInItsMessages() {
    String body = shown(Dialects.TRANSACTION, Hex.parse(COINBASE));
    assertEquals(
        "{\"Tx\":{\"addr_from\":\"127.0.0.1:2001\",\"transaction\":"
            + numbers(Hex.parse(COINBASE))
            + "}}",
        text("Tx", "{\"addr_from\":\"127.0.0.1:2001\",\"transaction\":" + body + "}"));
    assertEquals(
        "{\"Inv\":{\"addr_from\":\"127.0.0.1:2001\",\"op_type\":\"Tx\",\"items\":["
            + "[101,32,143,227,94,16,32,29,162,47,31,41,202,89,71,100,122,55,219,161,171,159,199,73,"
            + "118,125,68,13,87,147,7,104]]}}",
        text(
            "Inv",
            "{\"addr_from\":\"127.0.0.1:2001\",\"op_type\":\"Tx\",\"items\":[\""
                + COINBASE_ID
                + "\"]}"));
  }

  @Test
  void genesisBlock() {
    byte[] bytes = Hex.parse(GENESIS);
    assertEquals(174, bytes.length);
    Dialects.Value<Block> value = Dialects.BLOCK.readAll(bytes);
    Block block = value.content();
    String hash = "0041f62abd345ab746740249fe7ff125247ea9342aa2afdbd2a7f720d468153e";
    assertEquals(Dialect.D, value.dialect());
    assertEquals(1_700_000_000_000L, block.timestamp());
    assertEquals("None", block.preBlockHash());
    assertEquals(842, block.nonce());
    assertEquals(1, block.height());
    assertEquals(hash, block.hash());
    assertEquals(hash, Hex.of(block.rightHash()));
    assertTrue(block.hasProofOfWork());
    assertEquals(
        "{\"Inv\":{\"addr_from\":\"127.0.0.1:2001\",\"op_type\":\"Block\",\"items\":["
            + numbers(hash.getBytes(StandardCharsets.US_ASCII))
            + "]}}",
        text(
            "Inv",
            "{\"items\":[\""
                + hash
                + "\"],\"op_type\":\"Block\",\"addr_from\":\"127.0.0.1:2001\"}"));
    Out built = new Out();
    Dialects.BLOCK.build(JsonSource.parse(shown(Dialects.BLOCK, bytes)), built);
    assertEquals(GENESIS, Hex.of(built.toBytes()));
  }

  @Test
  void spend() {
    byte[] bytes = Hex.parse(SPEND);
    assertEquals(238, bytes.length);
    Transaction transaction = Dialects.TRANSACTION.readAll(bytes).content();
    assertTrue(transaction.hasRightId(Dialect.D));
    assertEquals(3, transaction.vout().get(0).value());
    assertEquals(7, transaction.vout().get(1).value());
    assertTrue(transaction.hasRightSignatures(Dialect.D));
    assertTrue(
        shown(Dialects.TRANSACTION, bytes)
            .endsWith("\"id_matches\":true,\"signatures_match\":true}"));
    bytes[80] ^= 1;
    assertTrue(
        shown(Dialects.TRANSACTION, bytes)
            .endsWith("\"id_matches\":true,\"signatures_match\":false}"),
        "the signature is not in the id");
  }

  @Test
  void theOldCoinbaseIsToldByItsId() {
    byte[] bytes = Hex.parse(OLD_COINBASE);
    assertEquals(149, bytes.length);
    Dialects.Value<Transaction> value = Dialects.TRANSACTION.readAll(bytes);
    assertEquals(Dialect.C, value.dialect());
    assertEquals(10, value.content().vout().getFirst().value());
    String shown = shown(Dialects.TRANSACTION, bytes);
    assertTrue(shown.endsWith("\"id_matches\":true,\"dialect\":\"C\"}"), shown);
    Out built = new Out();
    Dialects.TRANSACTION.build(JsonSource.parse(shown), built);
    assertEquals(OLD_COINBASE, Hex.of(built.toBytes()));
  }

  @Test
  void bytesBehindABlockAreKept() {
    byte[] bytes = Hex.parse(GENESIS + "c0ffee");
    String shown = shown(Dialects.BLOCK, bytes);
    assertTrue(shown.contains("\"trailing\":\"c0ffee\""), shown);
    assertTrue(shown.contains("\"hash_matches\":true"), shown);
  }

  @Test
  void aChangedBlockIsShownWithItsContradictions() {
    byte[] bytes = Hex.parse(GENESIS);
    bytes[bytes.length - 1] ^= 1;
    String shown = shown(Dialects.BLOCK, bytes);
    assertTrue(shown.contains("\"id_matches\":false"), shown);
    assertTrue(shown.contains("\"hash_matches\":true"), "the hash covers the id, not the content");
  }

  @Test
  void prettyPrintedFromTheRepository() {
    byte[] value =
        "{\n\t\"GetBlocks\":\t{\n\t\t\"addr_from\":\t\"127.0.0.1:2003\"\n\t}\n}\n"
            .getBytes(StandardCharsets.UTF_8);
    Bare bare = Framing.bare(Networks.ANY, value);
    assertTrue(bare.certain());
    Event.Message message = assertInstanceOf(Event.Message.class, bare.events().getFirst());
    assertEquals("GetBlocks", message.kind().name());
    assertEquals(
        "{\"addr_from\":\"127.0.0.1:2003\"}", shown(message.kind().type(), message.body()));
  }

  @Test
  void answersOfACrawl() {
    for (String value :
        List.of(
            "{\"KnownNodes\":{\"addr_from\":\"10.0.0.9:4000\",\"nodes\":[]}}",
            "{\"KnownNodes\":{\"addr_from\":\"10.0.0.5:2001\",\"nodes\":[\"10.0.0.5:2001\","
                + "\"10.0.0.6:2001\"]}}",
            "{\"Version\":{\"addr_from\":\"10.0.0.5:2001\",\"version\":1,\"best_height\":7}}")) {
      Framing.Opened opened = Framing.open(value.getBytes(StandardCharsets.UTF_8));
      assertEquals(value, text(opened.kind().name(), shown(opened.kind().type(), opened.body())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":{\"addr_from\":\"127.0.0.1:2001\",\"version\":1,\"best_height\":0}}",
        "{\"Version\":{\"addr_from\":\"localhost:2001\",\"version\":1,\"best_height\":0}}",
        "{\"Version\":{\"addr_from\":\"127.0.0.1:2001\",\"version\":1.0,\"best_height\":0}}",
        "{\"Inv\":{\"addr_from\":\"127.0.0.1:2001\",\"op_type\":\"Tx\",\"items\":[\"00ff\"]}}",
        "{\"GetData\":{\"addr_from\":\"127.0.0.1:2001\",\"op_type\":\"Transaction\",\"id\":[1]}}",
        "{\"GetBlocks\":{\"addr_from\":\"127.0.0.1\"}}",
        "{\"GetBlocks\":{\"addr_from\":\"127.0.0.01:2001\"}}",
        "{\"GetBlocks\":{\"addr_from\":\"127.0.0.1:65536\"}}",
        "{\"GetBlocks\":{}}",
        "{\"GetBlocks\":{\"addr_from\":\"127.0.0.1:1\",\"addr_from\":\"127.0.0.1:1\"}}",
        "{\"GetBlocks\":{\"addr_from\":\"127.0.0.1:1\"},\"x\":1}",
        "{\"Version\":{\"addr_from\":\"127.0.0.1:2001\",\"version\":1,\"best_height\":-1}}",
        "{\"GetData\":{\"addr_from\":\"127.0.0.1:1\",\"op_type\":\"Tx\",\"id\":[256]}}",
        "\"GetBlocks\"",
        "{}"
      })
  void theseAreRefused(String value) {
    String line = null;
    try {
      Framing.Opened opened = Framing.open(value.getBytes(StandardCharsets.UTF_8));
      Malformed fault = Body.write(opened.kind().type(), opened.body(), new Out());
      line = fault == null ? null : fault.line();
    } catch (Malformed e) {
      line = e.line();
    }
    assertTrue(line != null && line.contains("(at byte "), value + " gave " + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:2001",
        "[::1]:2001",
        "[fe80::1%3]:2001",
        "[::ffff:10.0.0.1]:65535",
        "255.255.255.255:0",
        "[1:2:3:4:5:6:7:8]:1"
      })
  void socketAddresses(String text) {
    assertEquals(text, SocketAddress.parse(text).toString());
  }

  @Test
  void theDraftOfTheBookIsShownAsSuch() {
    String value = "{\"op_type\":\"Inventory\",\"data\":{\"items\":[1,2]}}";
    Framing.Opened opened = Framing.open(value.getBytes(StandardCharsets.UTF_8));
    assertEquals("Package", opened.kind().name());
    assertEquals(
        "{\"op_type\":\"Inventory\",\"data\":{\"items\":[1,2]},\"dialect\":\"draft of the book's"
            + " chapter, spoken by no known node; today's Inv\"}",
        shown(opened.kind().type(), opened.body()));
    assertNull(Body.write(opened.kind().type(), opened.body(), new Out()));
    assertTrue(Framing.bare(Networks.ANY, value.getBytes(StandardCharsets.UTF_8)).certain());
  }
}
