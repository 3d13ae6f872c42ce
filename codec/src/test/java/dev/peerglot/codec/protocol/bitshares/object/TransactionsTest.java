// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitshares.message.Objects;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.codec.view.Tree;
import dev.peerglot.crypto.curve.Secp256k1;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Transactions as the node's API prints them, and what happens to those that no node would take.
 */
class TransactionsTest {
  private static final byte[] MAINNET =
      Hex.parse("4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8");

  private static final String TRANSFER =
      """
      {"ref_block_num":34294,"ref_block_prefix":3707022213,"expiration":"2016-04-06T08:29:27",\
      "operations":[[0,{"fee":{"amount":0,"asset_id":"1.3.0"},"from":"1.2.7","to":"1.2.123456",\
      "amount":{"amount":9007199254740993,"asset_id":"1.3.4"},"memo":{\
      "from":"BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV",\
      "to":"BTS1111111111111111111111111111111114T1Anm","nonce":18446744073709551615,\
      "message":"00ff"},"extensions":[]}]],"extensions":[],"signatures":[]}\
      """;

  @Test
  void aTransferInTheJsonOfTheApi() {
    byte[] bytes = Texts.bytes(Transactions.signed, TRANSFER);
    assertEquals(TRANSFER, Texts.json(Transactions.signed, bytes));
    assertTrue(
        Hex.of(bytes).startsWith("f68585abf4dce7c8045701000000000000000000000" + "7c0c407"),
        Hex.of(bytes));
  }

  @Test
  void largeNumbersInQuotesAreReadToo() {
    String quoted =
        TRANSFER
            .replace("9007199254740993", "\"9007199254740993\"")
            .replace("18446744073709551615", "\"18446744073709551615\"");
    assertEquals(Texts.hex(Transactions.signed, TRANSFER), Texts.hex(Transactions.signed, quoted));
  }

  @Test
  void whatPeopleMayLeaveOut() {
    assertEquals(
        Texts.hex(
            Operations.operation,
            """
            [0,{"fee":{"amount":0,"asset_id":"1.3.0"},"from":"1.2.7","to":"1.2.8",
            "amount":{"amount":5,"asset_id":"1.3.0"},"extensions":[]}]\
            """),
        Texts.hex(
            Operations.operation,
            """
            ["transfer",{"from":"1.2.7","to":"1.2.8","amount":{"amount":5}}]\
            """));
  }

  @Test
  void idDigestAndSignersStandBesideIt() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 7);
    byte[] unsigned = Texts.bytes(Transactions.signed, TRANSFER);
    byte[] digest = TransactionParts.at(new In(unsigned)).digest(MAINNET);
    String signature = Hex.of(Secp256k1.sign(secret, digest));
    String signed = TRANSFER.replace("\"signatures\":[]", "\"signatures\":[\"" + signature + "\"]");
    byte[] message = Texts.bytes(Transactions.signed, signed);

    JsonSource fields = fields(Objects.trx(MAINNET), message);
    assertEquals(signed, Texts.json(Transactions.signed, message));
    assertEquals(20, Hex.parse(fields.field("transaction_id").text()).length);
    assertEquals(Hex.of(digest), fields.field("signing_digest").text());
    String signer = PublicKeys.spell(Secp256k1.publicKey(secret), KeyPrefix.MAIN);
    assertEquals(1, fields.field("signees").size());
    assertEquals(signer, fields.field("signees").item(0).text());

    JsonSource elsewhere = fields(Objects.trx(new byte[32]), message);
    assertEquals(fields.field("transaction_id").text(), elsewhere.field("transaction_id").text());
    assertNotEquals(signer, elsewhere.field("signees").item(0).text());
  }

  @Test
  void anUnknownOperationIsShownWithEverythingBehindIt() {
    String head = "f68585abf4dce7c80457" + "02";
    byte[] bytes = Hex.parse(head + "08" + "00".repeat(12) + "4e" + "0102030405");
    Out out = new Out();
    Malformed fault = Body.write(Transactions.signed, bytes, out);
    String json = new String(out.toBytes(), StandardCharsets.UTF_8);
    assertTrue(json.endsWith(",[78,\"0102030405\"]]}"), json);
    assertEquals(
        "operations[1]: operation 78 is not known, nor what follows it (at byte 24)", fault.line());
    assertEquals(fault.line(), Tree.of(Transactions.signed, bytes).fault().line());
    assertThrows(Malformed.class, () -> Transactions.signed.readAll(bytes));
  }

  @Test
  void anUnknownOperationCanBeBuilt() {
    assertEquals("4e0102", Texts.hex(Operations.operation, "[78,\"0102\"]"));
    assertThrows(Malformed.class, () -> Texts.hex(Operations.operation, "[78,{}]"));
    assertThrows(Malformed.class, () -> Texts.hex(Operations.operation, "[\"transfr\",{}]"));
  }

  @Test
  void bytesBehindAnOperationAreTold() {
    byte[] bytes =
        Hex.parse(
            Texts.hex(
                    Operations.operation,
                    "[8,{\"account_to_upgrade\":\"1.2.1\",\"upgrade_to_lifetime_member\":true}]")
                + "c0ffee");
    Out out = new Out();
    assertEquals(
        "3 bytes left over: c0ffee (at byte 13)",
        Body.write(Operations.operation, bytes, out).line());
    JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }

  /** The depths of the reference, found by trying bitshares-core 7.0.2 on the same bytes. */
  @Test
  void nestingIsBoundedAsInTheReference() {
    assertEquals(90, deepest(TransactionsTest::proposals));
    assertEquals(141, deepest(TransactionsTest::restrictions));
    assertEquals(89, deepest(levels -> proposals(levels, restrictions(0))));
    assertEquals(77, deepest(levels -> proposals(levels, restrictions(20))));
    assertEquals(58, deepest(levels -> proposals(levels, restrictions(50))));
    assertThrows(Malformed.class, () -> Operations.operation.readAll(proposals(91)));
  }

  private static final String PROPOSAL = "16" + "00".repeat(9) + "00" + "00000000";

  private interface Nest {
    byte[] of(int levels);
  }

  private static int deepest(Nest nest) {
    int levels = 1;
    while (true) {
      Malformed fault = Body.write(Operations.operation, nest.of(levels), new Out());
      if (fault != null) {
        assertEquals(Malformed.Kind.LIMIT, fault.kind());
        return levels - 1;
      }
      levels++;
    }
  }

  /** A proposal of a proposal of ... nothing. */
  private static byte[] proposals(int levels) {
    return proposals(levels - 1, Hex.parse(PROPOSAL + "00" + "0000"));
  }

  private static byte[] proposals(int levels, byte[] inner) {
    return Hex.parse((PROPOSAL + "01").repeat(levels) + Hex.of(inner) + "0000".repeat(levels));
  }

  /** An authority with a restriction of a restriction of ... nothing. */
  private static byte[] restrictions(int levels) {
    String head = "36" + "00".repeat(9) + "0001" + "00".repeat(8) + "00" + "00".repeat(7);
    String open = "01" + "0000" + "27";
    return Hex.parse(head + open.repeat(levels) + "00" + "00".repeat(levels) + "00");
  }

  private static JsonSource fields(Type<?> type, byte[] message) {
    Out out = new Out();
    assertEquals(null, Body.write(type, message, out));
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }
}
