// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain.chain;

import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Text;
import dev.peerglot.codec.schema.Whole;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/**
 * The rows of blocks and transactions over one family of numbers. Lengths that the reference leaves
 * open are limited here: bytes to 64 KiB, texts to 1 KiB, lists to a million.
 *
 * @param usize lengths and counts
 * @param i32 amounts
 * @param i64 times and nonces
 * @param marked whether outputs have the mark of the pool
 * @param nonceFirst whether a block's nonce and height stand before its transactions
 */
record Shapes(
    Whole<Long> usize, Whole<Integer> i32, Whole<Long> i64, boolean marked, boolean nonceFirst) {
  private static final int MOST_TEXT = 1 << 10;
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_ITEMS = 1 << 20;
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

  private Blob bytes() {
    return Blob.bytes(usize, MOST_BYTES);
  }

  private Leaf<Long> time() {
    return Leaf.of(
        "time(ms)",
        i64.atLeast(),
        i64::read,
        i64::write,
        millis -> MILLIS.format(Instant.ofEpochMilli(millis)),
        Shapes::parse,
        random -> random.nextLong(1L << 42));
  }

  private static Long parse(String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("as 2026-01-31T12:00:00.000Z");
    }
  }

  private Sequence<TxInput> input() {
    return Rows.of(TxInput.class)
        .field("txid", bytes(), TxInput::txid, "whose output is spent; empty in a coinbase")
        .field("vout", usize, TxInput::vout, "which of its outputs")
        .field("signature", bytes(), TxInput::signature, "BIP 340; in a coinbase 16 random bytes")
        .field("pub_key", bytes(), TxInput::pubKey, "of the spender; empty in a coinbase")
        .make("TXInput", TxInput::new);
  }

  private Sequence<TxOutput> output() {
    Sequence<TxOutput> rows =
        marked
            ? Rows.of(TxOutput.class)
                .field("value", i32, TxOutput::value, "whole coins")
                .field(
                    "in_global_mem_pool",
                    Bool.bool,
                    TxOutput::inGlobalMemPool,
                    "a node's own mark, false in practice")
                .field("pub_key_hash", bytes(), TxOutput::pubKeyHash, "SHA-256 of the owner's key")
                .make("TXOutput", TxOutput::new)
                .otherwise("in_global_mem_pool", "false")
            : Rows.of(TxOutput.class)
                .field("value", i32, TxOutput::value, "whole coins")
                .field("pub_key_hash", bytes(), TxOutput::pubKeyHash, "SHA-256 of the owner's key")
                .make("TXOutput", (value, hash) -> new TxOutput(value, false, hash));
    return rows.derive(
        "address",
        "the owner's wallet address",
        (object, sink, at) -> sink.text(WalletAddress.of(rows.read(object).pubKeyHash()), at, at));
  }

  Sequence<Transaction> transaction(Dialect dialect) {
    return checked(
        dialect,
        Rows.of(Transaction.class)
            .field("id", bytes(), Transaction::id, "SHA-256 of its bytes before it was signed")
            .field("vin", inputs(), Transaction::vin, "what it spends")
            .field("vout", outputs(), Transaction::vout, "what it pays")
            .make("Transaction", (id, vin, vout) -> new Transaction(id, vin, vout, null)));
  }

  Sequence<Transaction> wholeTransaction(Dialect dialect) {
    return checked(
        dialect,
        Rows.of(Transaction.class)
            .field("id", bytes(), Transaction::id, "SHA-256 of its bytes before it was signed")
            .field("vin", inputs(), Transaction::vin, "what it spends")
            .field("vout", outputs(), Transaction::vout, "what it pays")
            .ifLeft("trailing", Blob.rest(), Transaction::trailing, "what the reference ignores")
            .make("Transaction", Transaction::new));
  }

  private Lists<TxInput> inputs() {
    return Lists.list(usize, input(), MOST_ITEMS);
  }

  private Lists<TxOutput> outputs() {
    return Lists.list(usize, output(), MOST_ITEMS);
  }

  private static Sequence<Transaction> checked(Dialect dialect, Sequence<Transaction> rows) {
    return rows.derive(
            "id_matches",
            "whether the id follows from the content",
            (object, sink, at) -> sink.bool(rows.read(object).hasRightId(dialect), at, at))
        .deriveIf(
            "signatures_match",
            "whether each input is signed by the key that it shows",
            object -> rows.read(object).isSigned(),
            (object, sink, at) -> sink.bool(rows.read(object).hasRightSignatures(dialect), at, at));
  }

  Sequence<Block> block(Sequence<Transaction> transaction) {
    Lists<Transaction> list = Lists.list(usize, transaction, MOST_ITEMS);
    Text text = Text.text(usize, MOST_TEXT);
    Sequence<Block> rows = nonceFirst ? nonceFirst(list, text) : nonceLast(list, text);
    return rows.derive(
            "hash_matches",
            "whether the hash follows from the content",
            (object, sink, at) -> sink.bool(rows.read(object).hasRightHash(), at, at))
        .derive(
            "proof_of_work",
            "whether the right hash begins with a zero byte",
            (object, sink, at) -> sink.bool(rows.read(object).hasProofOfWork(), at, at));
  }

  private Sequence<Block> nonceFirst(Lists<Transaction> list, Text text) {
    return Rows.of(Block.class)
        .field("timestamp", time(), Block::timestamp, "when it was mined")
        .field("pre_block_hash", text, Block::preBlockHash, "the block before, or None")
        .field("hash", text, Block::hash, "its own, in hex")
        .field("nonce", i64, Block::nonce, "what makes the hash small")
        .field("height", usize, Block::height, "1 for the genesis block")
        .field("transactions", list, Block::transactions, "the coinbase last")
        .ifLeft("trailing", Blob.rest(), Block::trailing, "what the reference ignores")
        .make("Block", Block::new);
  }

  private Sequence<Block> nonceLast(Lists<Transaction> list, Text text) {
    return Rows.of(Block.class)
        .field("timestamp", time(), Block::timestamp, "when it was mined")
        .field("pre_block_hash", text, Block::preBlockHash, "the block before, or None")
        .field("hash", text, Block::hash, "its own, in hex")
        .field("transactions", list, Block::transactions, "the coinbase last")
        .field("nonce", i64, Block::nonce, "what makes the hash small")
        .field("height", usize, Block::height, "1 for the genesis block")
        .ifLeft("trailing", Blob.rest(), Block::trailing, "what the reference ignores")
        .make("Block", Shapes::blockOfOldOrder);
  }

  private static Block blockOfOldOrder(
      long timestamp,
      String before,
      String hash,
      List<Transaction> transactions,
      long nonce,
      long height,
      byte[] trailing) {
    return new Block(timestamp, before, hash, nonce, height, transactions, trailing);
  }
}
