// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of known bytes and known meaning, and such as must be refused. */
class MessageVectorsTest {
  @TestFactory
  List<DynamicTest> knownMessages() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream in =
        MessageVectorsTest.class.getResourceAsStream("/vectors/bitcoin/messages.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .forEach(
              row -> tests.add(DynamicTest.dynamicTest(row[0] + " " + row[1], () -> known(row))));
    }
    assertEquals(35, tests.size());
    return tests;
  }

  private static void known(String[] row) {
    Type<?> type = type(row[0], row[1]);
    String hex = row[2].equals("-") ? "" : row[2];
    assertEquals(row[3], MessageChecks.json(type, Hex.parse(hex)));
    assertEquals(hex, built(type, row[3]));
  }

  static Type<?> type(String scheme, String message) {
    Network network =
        Networks.ALL.stream().filter(n -> n.scheme().equals(scheme)).findFirst().orElseThrow();
    return Messages.of(network).findType(message).orElseThrow().type();
  }

  static String built(Type<?> type, String json) {
    Out out = new Out();
    type.build(JsonSource.parse(json), out);
    return Hex.of(out.toBytes());
  }

  /** What the sheet of BIP 155 and Bitcoin Core's net_tests and serialize_tests refuse. */
  @ParameterizedTest
  @CsvSource({
    "addrv2, 010000000000010501020304000000, WRONG, addresses[0].addr",
    "addrv2, 01000000000001fd010201020304000000, LIMIT, addresses[0].addr",
    "addrv2, 0100000000000204000000000000, WRONG, addresses[0].addr",
    "addrv2, 01000000000004000000, WRONG, addresses[0].addr",
    "addrv2, 01000000000005030000000000, WRONG, addresses[0].addr",
    "inv, fdfc00, WRONG, inventory",
    "inv, feffff0000, WRONG, inventory",
    "inv, ffffffffff00000000, WRONG, inventory",
    "inv, fe01000002, LIMIT, inventory",
    "inv, fd51c3, LIMIT, inventory",
    "inv, 02ffffffff, WRONG, inventory",
    "headers, fdd107, LIMIT, headers",
    "tx, 0200000000010000000000, WRONG, witness",
    "tx, 02000000000200000000, WRONG, flag",
    "tx, 010000000001, SHORT, inputs",
    "getblocktxn, 00000000000000000000000000000000000000000000000000000000000000000"
        + "1fe00000100, LIMIT, indexes[0]",
    "filteradd, fd0902, LIMIT, data",
    "filterload, fda18c, LIMIT, filter",
    "reject, 0274, SHORT, message",
    "version, 80110100, SHORT, services"
  })
  void whatIsWrongIsToldWithItsPlace(String message, String hex, Malformed.Kind kind, String path) {
    Malformed fault = Body.write(type("bitcoin", message), Hex.parse(hex), new Out());
    assertEquals(kind, fault.kind(), fault.line());
    assertEquals(path, fault.path());
  }

  @Test
  void aVersionIsReadAsFarAsItGoes() {
    Type<?> type = type("bitcoin", "version");
    byte[] old = MessageChecks.sample(type, 1);
    String first = built(type, "{\"version\": 106}");
    assertEquals(46 * 2, first.length());
    assertEquals("6a000000", first.substring(0, 8));
    String agent =
        built(type, "{\"user_agent\": \"/x/\", \"services\": [\"NETWORK\", \"P2P_V2\"]}");
    assertEquals((46 + 26 + 8 + 4) * 2, agent.length());
    assertEquals("801101000108000000000000", agent.substring(0, 24));
    assertTrue(old.length >= 46);
  }

  @Test
  void oldAddressesHaveNoTime() {
    Type<?> type = type("bitcoin", "addr");
    String entry = "010000000000000000000000000000000000ffffcb007107208d";
    String json = MessageChecks.json(type, Hex.parse("02" + entry + entry));
    assertFalse(json.contains("time"), json);
    assertEquals("02" + entry + entry, built(type, json));
  }

  @Test
  void scriptsMayBeWrittenAsAddresses() {
    String tx =
        "{\"inputs\":[{\"outpoint\":{\"txid\":\"%s\",\"index\":1}}],\"outputs\":[{\"value\":1,\"scriptPubKey\":\"%s\"}]}";
    String from = "00".repeat(32);
    for (String script :
        List.of(
            "0014751e76e8199196d454941c45d1b3a323f1433bd6",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "0 751e76e8199196d454941c45d1b3a323f1433bd6")) {
      assertEquals(
          "0200000001"
              + from
              + "0100000000ffffffff01010000000000000016"
              + "0014751e76e8199196d454941c45d1b3a323f1433bd600000000",
          built(type("bitcoin", "tx"), tx.formatted(from, script)));
    }
  }

  @Test
  void addressesAreThoseOfTheCoin() {
    String output = "01000000000000001976a914751e76e8199196d454941c45d1b3a323f1433bd688ac";
    String tx =
        "0100000000".substring(0, 8)
            + "01"
            + "00".repeat(36)
            + "00ffffffff01"
            + output
            + "00000000";
    for (String[] coin :
        new String[][] {
          {"bitcoin", "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH"},
          {"bitcoin-regtest", "mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r"},
          {"litecoin", "LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnJ"},
          {"bitcoin-cash", "bitcoincash:qp63uahgrxged4z5jswyt5dn5v3lzsem6cy4spdc2h"}
        }) {
      String json = MessageChecks.json(type(coin[0], "tx"), Hex.parse(tx));
      assertTrue(json.contains("\"address\":\"" + coin[1] + "\""), json);
    }
  }
}
