// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.JsonSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people type for blocks, transactions and services. */
class TypedItemsTest {
  private static final String HASH = "00".repeat(30) + "1234";
  private static final String WIRE = "3412" + "00".repeat(30);

  private static String built(String message, String... arguments) {
    Out out = new Out();
    Messages.ALL.get(message).type().build(JsonSource.ofArguments(List.of(arguments), null), out);
    return Hex.of(out.toBytes());
  }

  @Test
  void anItemAsOneText() {
    for (String type : List.of("WITNESS_BLOCK", "MSG_WITNESS_BLOCK", "msg_witness_block")) {
      assertEquals("0102000040" + WIRE, built("getdata", "inventory=" + type + ":" + HASH));
    }
    assertEquals(
        "0201000000" + WIRE + "05000000" + WIRE,
        built("inv", "inventory.0=TX:" + HASH, "inventory.1=MSG_WTX:" + HASH));
    assertEquals(
        "0102000000" + WIRE,
        built("getdata", "inventory.0.type=MSG_BLOCK", "inventory.0.hash=" + HASH));
  }

  @Test
  void whatIsNoItem() {
    for (String text : List.of("BLOCK", "BLOCK:12", "BOX:" + HASH, HASH, ":" + HASH, "MSG_:x")) {
      Malformed refused =
          assertThrows(Malformed.class, () -> built("getdata", "inventory=" + text));
      assertTrue(refused.line().startsWith("inventory: expected TYPE:HASH"), refused.line());
    }
  }

  @Test
  void oneHashIsALocatorOfOne() {
    assertEquals("8011010001" + WIRE + "00".repeat(32), built("getheaders", "locator=" + HASH));
  }

  @Test
  void servicesInTheSpellingOfTheSources() {
    assertEquals(
        built("version", "services=[\"NETWORK\",\"WITNESS\"]"),
        built("version", "services=[\"NODE_NETWORK\",\"node_witness\"]"));
  }
}
