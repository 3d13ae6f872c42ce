// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.protocol.parallelchain.message.Blocks;
import dev.peerglot.codec.protocol.parallelchain.message.HotStuff;
import dev.peerglot.codec.protocol.parallelchain.message.LogsBloom;
import dev.peerglot.codec.protocol.parallelchain.message.MerkleRoot;
import dev.peerglot.codec.protocol.parallelchain.message.QuorumCertificates;
import dev.peerglot.codec.protocol.parallelchain.message.Receipts;
import dev.peerglot.codec.protocol.parallelchain.message.RpcBlocks;
import dev.peerglot.codec.protocol.parallelchain.message.TransactionParts;
import dev.peerglot.codec.protocol.parallelchain.message.Transactions;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.curve.Ed25519;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks, transactions and receipts against published ones. */
class ObjectsTest {
  private static Source told(Type<?> type, byte[] bytes) {
    return JsonSource.parse(MessageChecks.json(type, bytes));
  }

  private static boolean is(Source object, String field) {
    return object.field(field).bool();
  }

  @Test
  void transfersOfBothVersionsAreSignedInTheirWays() {
    for (int version = 1; version <= 2; version++) {
      Type<?> type = version == 1 ? Transactions.v1 : Transactions.v2;
      byte[] bytes = version == 1 ? Known.TRANSACTION_V1 : Known.TRANSACTION_V2;
      Source transaction = told(type, bytes);
      assertEquals(Known.KEY1, transaction.field("signer").text());
      assertEquals(
          "6vvYQ-UezWtH8cVGiq_vA2rW4gl0i13ykTn8IdEKo6U", transaction.field("signer_name").text());
      Source transfer = transaction.field("commands").item(0).field("Transfer");
      assertEquals(Known.KEY2, transfer.field("recipient").text());
      assertEquals(99, transfer.field("amount").whole().intValueExact());
      assertEquals(200_000, transaction.field("gas_limit").whole().intValueExact());
      assertTrue(is(transaction, "signature_valid"));
      assertTrue(is(transaction, "hash_matches"));
      Type<?> other = version == 1 ? Transactions.v2 : Transactions.v1;
      assertFalse(is(told(other, bytes), "signature_valid"));
    }
  }

  @Test
  void everyByteOfTransactionsMatters() {
    for (int at = 0; at < Known.TRANSACTION_V1.length; at++) {
      byte[] bytes = Known.TRANSACTION_V1.clone();
      bytes[at] ^= 1;
      TransactionParts parts = new TransactionParts(bytes, 0, bytes.length, 1);
      assertFalse(parts.isSigned() && parts.isHashed(), "byte " + at);
    }
  }

  @Test
  void signedBytesOfVersion2HaveNoTail() {
    byte[] signed =
        new TransactionParts(Known.TRANSACTION_V2, 0, Known.TRANSACTION_V2.length, 2).signedBytes();
    assertEquals(110, signed.length);
    assertEquals(2, signed[0]);
    assertArrayEquals(
        Arrays.copyOf(Known.TRANSACTION_V2, 109), Arrays.copyOfRange(signed, 1, signed.length));
  }

  @Test
  void aCallOfMainnetIsSigned() {
    Source transaction = told(Transactions.v1, Known.CALL);
    Source call = transaction.field("commands").item(0).field("Call");
    assertEquals("claim_unlocked_tokens", call.field("method").text());
    assertEquals("42b50f6007000000", call.field("arguments").item(0).text());
    assertEquals(null, call.field("amount"));
    assertTrue(is(transaction, "signature_valid"));
    assertTrue(is(transaction, "hash_matches"));
    assertEquals(
        "45d1e6d6578e4b2e99612c892db101b964b236be4dfba0b8f5dda1b20dbe7a3f",
        Hex.of(Sha256.of(Known.CALL)));
  }

  @Test
  void aReceiptOfMainnet() {
    byte[] bytes = Hex.parse("0100000000a5d01800000000000000000000000000");
    assertEquals(
        "[{\"exit_code\":\"Success\",\"gas_used\":1626277,\"return_values\":\"\",\"logs\":[]}]",
        MessageChecks.json(Receipts.v1, bytes));
  }

  @Test
  void resultsOfVersion2AreNumberedOtherwiseThanCommands() {
    byte[] bytes =
        Hex.parse("0500000000000000" + "00" + "01000000" + "02" + "00" + "0500000000000000");
    Source receipt = told(Receipts.v2, bytes);
    assertEquals(List.of("Deploy"), receipt.field("command_receipts").item(0).names());
  }

  @Test
  void aBlockOfMainnet() {
    Source header = told(RpcBlocks.v1, Known.BLOCK_1681).field("header");
    assertEquals(1681, header.field("height").whole().intValueExact());
    assertEquals(
        "e5f1952ed0ec904cea2c7ec31f5c67a536a9d6cc381a5053f35e97ba6da03848",
        header.field("hash").text());
    assertEquals(1692, header.field("justify").field("view").whole().intValueExact());
    assertEquals(3, header.field("justify").field("votes").whole().intValueExact());
    assertEquals("", header.field("justify").field("signatures").item(2).text());
    assertEquals("2023-05-30T04:28:52Z", header.field("timestamp").text());
    assertTrue(is(header, "hash_matches"));
    assertTrue(is(header, "data_hash_matches"));
    for (int at : new int[] {0, 33, 45, 60, 300, 330, 740 - 8}) {
      byte[] bytes = Known.BLOCK_1681.clone();
      bytes[at] ^= 1;
      Source changed = told(RpcBlocks.v1, bytes).field("header");
      assertFalse(is(changed, "hash_matches") && is(changed, "data_hash_matches"), "byte " + at);
    }
  }

  @Test
  void itsProposerVotedForTheBlockBefore() {
    In in = new In(Known.BLOCK_1681, 40, Known.BLOCK_1681.length - 40);
    QuorumCertificates.Certificate justify = QuorumCertificates.certificate.read(in);
    byte[] proposer = Hex.parse("93d2e1133757ed2c6cb2292bc0d14c1a245f8f8ba0337bb72cd26f134318eb75");
    assertTrue(Ed25519.verify(proposer, justify.signedBytes(), justify.signatures().get(1)));
    assertEquals(0, justify.valid(List.of(proposer)));
    byte[] other = new byte[32];
    assertEquals(1, justify.valid(List.of(other, proposer, other, other)));
  }

  /** The block as a proposal has it, made of the block of the HTTP interface. */
  private static byte[] proposal() {
    byte[] rpc = Known.BLOCK_1681;
    Out out = new Out().u16le(0).i64le(0).i64le(1693);
    out.bytes(rpc, 32, 8).bytes(rpc, 0, 32).bytes(rpc, 40, 249 + 32).u32le(9);
    int values = 40 + 249 + 32;
    int[][] slots = {
      {0, 8}, {8, 32}, {40, 4}, {60, 32}, {124, 32}, {92, 32}, {44, 8}, {52, 8}, {156, 256}
    };
    for (int[] slot : slots) {
      out.u32le(slot[1]).bytes(rpc, values + slot[0], slot[1]);
    }
    return out.toBytes();
  }

  @Test
  void theSameBlockInAProposal() {
    byte[] bytes = proposal();
    assertEquals(791, bytes.length);
    assertEquals(
        "e0c1bbea1334b08256c51cce9d20e4c0d326d7751d873ce8b5a4be39aa8d8629",
        Hex.of(Sha256.of(bytes)));
    Source message = told(HotStuff.message, bytes);
    assertEquals("Proposal", message.field("kind").text());
    Source block = message.field("block");
    assertTrue(is(block, "hash_matches"));
    assertTrue(is(block, "data_hash_matches"));
    Source data = block.field("data");
    assertEquals(1, data.field("version").whole().intValueExact());
    assertTrue(data.field("proposer").text().startsWith("93d2e113"));
    assertEquals(8, data.field("base_fee_per_gas").whole().intValueExact());
    assertTrue(is(data, "txns_hash_matches"));
    assertTrue(is(data, "logs_bloom_matches"));
    assertEquals(null, block.field("data_unknown"));
  }

  @Test
  void dataOfNoKnownFormIsShownAsItCame() {
    byte[] head = Arrays.copyOfRange(proposal(), 18, 18 + 40 + 249 + 32);
    String[] data = {
      "00000000",
      "01000000" + "03000000" + "aabbcc",
      "0a000000" + "00000000".repeat(10),
      "09000000" + "00000000".repeat(9)
    };
    String[] why = {"0 slots", "1 slots", "10 slots", "lengths"};
    for (int i = 0; i < data.length; i++) {
      byte[] bytes = Known.join(head, Hex.parse(data[i]));
      Source block = told(Blocks.block, bytes);
      assertEquals(Source.Kind.LIST, block.field("data").kind());
      assertTrue(block.field("data_unknown").text().contains(why[i]), why[i]);
      assertEquals(null, block.field("data_hash_matches"));
      Out back = new Out();
      Blocks.block.build(block, back);
      assertArrayEquals(bytes, back.toBytes());
    }
  }

  @Test
  void addressesOfContracts() {
    byte[] signer = Hex.parse("4fdb8f65651e07f0e2e1353d5c95e917025bfbf6bff5533b35287eef5485821e");
    String transfer = "00" + Known.KEY2 + "0100000000000000";
    String deploy = "01" + "00000000" + "00000000";
    byte[] transaction =
        new Out()
            .bytes(signer)
            .i64le(100)
            .u32le(2)
            .bytes(Hex.parse(transfer + deploy))
            .zeros(3 * 8 + 64 + 32)
            .toBytes();
    assertEquals(
        "f9c62fae62584562abfa5f479cf6e2b68b88d3e8988b21c58a9ea98a9ae01bc8",
        told(Transactions.v1, transaction).field("contract_addresses").item(0).text());
    assertEquals(
        "404618a6af1cdb41ac0d2d6195a5ca3be965335b000d00911bbf132271edb5a9",
        told(Transactions.v2, transaction).field("contract_addresses").item(0).text());
  }

  @Test
  void bloomFilterOfATopic() {
    LogsBloom bloom = new LogsBloom();
    bloom.add("topic".getBytes(StandardCharsets.US_ASCII));
    byte[] expected = new byte[LogsBloom.SIZE];
    expected[133] = 0x40;
    expected[203] = 0x40;
    expected[32] = 0x01;
    assertArrayEquals(expected, bloom.bytes());
  }

  @Test
  void merkleRootOfSixLeaves() {
    List<byte[]> leaves = new ArrayList<>();
    for (char c = 'a'; c <= 'f'; c++) {
      leaves.add(Sha256.of(new byte[] {(byte) c}));
    }
    assertEquals(
        "1f7379539707bcaea00564168d1d4d626b09b73f8a2a365234c62d763f854da2",
        Hex.of(MerkleRoot.of(leaves)));
    assertArrayEquals(leaves.getFirst(), MerkleRoot.of(leaves.subList(0, 1)));
    assertArrayEquals(new byte[32], MerkleRoot.of(List.of()));
  }
}
