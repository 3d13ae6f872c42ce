// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;
import org.junit.jupiter.api.Test;

/** Spellings, orders and extensions. */
class ObjectsTest {
  @Test
  void setsAreBuiltSortedAndWithoutDoubles() {
    Type<?> accounts = Sorted.set(Ids.account, Order.VARINT);
    assertEquals(
        "03018001ac02", Texts.hex(accounts, "[\"1.2.300\",\"1.2.1\",\"1.2.128\",\"1.2.1\"]"));
  }

  /** By instance alone, whatever the kind; of equal ones the first stays. */
  @Test
  void votesAreSortedByInstance() {
    Type<?> votes = Sorted.set(Ids.vote, Order.VOTE);
    assertEquals("02" + "02010000" + "00020000", Texts.hex(votes, "[\"0:2\",\"2:1\",\"1:2\"]"));
  }

  /** The keys of a published account_create, by their addresses 16b3..., 455b..., cae9.... */
  @Test
  void keysAreSortedByAddress() {
    String first = "03b453f46013fdbccb90b09ba169c388c34d84454a3b9fbec68d5a7819a734fca0";
    String second = "02fe8cc11cc8251de6977636b55c1ab8a9d12b0b26154ac78e56e7c4257d8bcf69";
    String third = "0314aa202c9158990b3ec51a1aa49b2ab5d300c97b391df3beb34bb74f3c62699e";
    String entry = "[%s,1]";
    String json =
        "[%s,%s,%s]".formatted(entry, entry, entry).formatted(key(second), key(third), key(first));
    assertEquals(
        "03" + first + "0100" + second + "0100" + third + "0100",
        Texts.hex(Sorted.map(PublicKeys.key, u16le, Order.KEY), json));
  }

  private static String key(String hex) {
    return Texts.json(PublicKeys.key, hex);
  }

  @Test
  void signedNumbersAreSortedAsSuch() {
    Type<?> numbers = Sorted.set(i64le, Order.I64);
    assertEquals("[-5,3]", Texts.json(numbers, Texts.bytes(numbers, "[3,-5]")));
  }

  @Test
  void otherOrdersAreReadAsTheyAre() {
    Type<?> accounts = Sorted.set(Ids.account, Order.VARINT);
    assertEquals("[\"1.2.9\",\"1.2.3\",\"1.2.3\"]", Texts.json(accounts, "03090303"));
  }

  @Test
  void idsHaveTheirTypeAndAtMost48Bits() {
    assertEquals("\"1.2.281474976710655\"", Texts.json(Ids.account, "ffffffffffff3f"));
    assertEquals("ffffffffffff3f", Texts.hex(Ids.account, "\"1.2.281474976710655\""));
    assertThrows(Malformed.class, () -> Texts.json(Ids.account, "80808080808040"));
    assertThrows(Malformed.class, () -> Texts.hex(Ids.account, "\"1.3.5\""));
    assertThrows(Malformed.class, () -> Texts.hex(Ids.account, "\"1.2.281474976710656\""));
    assertEquals("\"2.5.7\"", Texts.json(Ids.any, "0700000000000502"));
    assertEquals("0700000000000502", Texts.hex(Ids.any, "\"2.5.7\""));
    assertThrows(Malformed.class, () -> Texts.hex(Ids.any, "\"2.5\""));
    assertEquals("\"1:16777215\"", Texts.json(Ids.vote, "01ffffff"));
    assertThrows(Malformed.class, () -> Texts.hex(Ids.vote, "\"1:16777216\""));
  }

  @Test
  void timesHaveNoZone() {
    assertEquals("\"1970-01-01T00:00:00\"", Texts.json(Words.time, "00000000"));
    assertEquals("\"2106-02-07T06:28:15\"", Texts.json(Words.time, "ffffffff"));
    assertEquals("ffffffff", Texts.hex(Words.time, "\"2106-02-07T06:28:15Z\""));
    assertThrows(Malformed.class, () -> Texts.hex(Words.time, "\"2106-02-07T06:28:16\""));
    assertThrows(Malformed.class, () -> Texts.hex(Words.time, "\"yesterday\""));
  }

  @Test
  void keysAndAddressesAsText() {
    String hex = "02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf";
    String text = "\"BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV\"";
    assertEquals(text, Texts.json(PublicKeys.key, hex));
    assertEquals(hex, Texts.hex(PublicKeys.key, text));
    assertEquals(hex, Texts.hex(PublicKeys.key, text.replace("BTS", "TEST")));
    assertThrows(Malformed.class, () -> Texts.hex(PublicKeys.key, text.replace("6M", "6N")));
    assertThrows(Malformed.class, () -> Texts.hex(PublicKeys.key, text.replace("BTS", "GXC")));
    assertThrows(Malformed.class, () -> Texts.hex(PublicKeys.key, "\"BTS\""));
    assertThrows(Malformed.class, () -> Texts.hex(PublicKeys.key, "\"BTS0\""));
    assertEquals(
        "\"BTS1111111111111111111111111111111114T1Anm\"",
        Texts.json(PublicKeys.key, "00".repeat(33)));
  }

  @Test
  void extensionsCountThoseThatArePresent() {
    Type<?> type = Operations.operation;
    String json =
        """
        [11,{"fee":{"amount":0,"asset_id":"1.3.0"},"issuer":"1.2.0","asset_to_update":"1.3.1",\
        "new_options":{"max_supply":1,"market_fee_percent":0,"max_market_fee":0,\
        "issuer_permissions":0,"flags":0,"core_exchange_rate":{"base":{"amount":1,\
        "asset_id":"1.3.0"},"quote":{"amount":1,"asset_id":"1.3.1"}},"whitelist_authorities":[],\
        "blacklist_authorities":[],"whitelist_markets":[],"blacklist_markets":[],\
        "description":"","extensions":{"reward_percent":7,"taker_fee_percent":9}},\
        "extensions":{"skip_core_exchange_rate":true}}]\
        """;
    byte[] bytes = Texts.bytes(type, json);
    assertEquals(json, Texts.json(type, bytes));
    String hex = Texts.hex(type, json);
    assertTrue(hex.endsWith("00" + "02" + "000700" + "020900" + "01" + "0101"), hex);
    String none = json.replace("{\"skip_core_exchange_rate\":true}", "[]");
    assertTrue(Texts.hex(type, none).endsWith("02" + "000700" + "020900" + "00"));
  }

  @Test
  void extensionsRefuseWhatTheReferenceRefuses() {
    Extension type = Extension.of("two", Rows.rows().field("a", u8, "one").field("b", u8, "two"));
    assertEquals("{\"a\":5,\"b\":6}", Texts.json(type, "0200050106"));
    assertThrows(Malformed.class, () -> Texts.json(type, "0201060005"), "descending");
    assertThrows(Malformed.class, () -> Texts.json(type, "0200050005"), "repeated");
    assertThrows(Malformed.class, () -> Texts.json(type, "0102"), "unknown");
    assertThrows(Malformed.class, () -> Texts.json(type, "03000501060207"), "too many");
    assertThrows(Malformed.class, () -> Texts.hex(type, "{\"c\":1}"));
    assertThrows(Malformed.class, () -> Texts.hex(type, "[1]"));
    assertEquals("00", Texts.hex(type, "null"));
  }
}
