// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import java.util.Arrays;

/** Rows that stand beside a transaction or a block in the message that carries it. */
public final class Computed {
  private static final Lists<byte[]> KEYS = Words.list(PublicKeys.key);
  private static final Lists<byte[]> IDS = Words.list(Words.hash20);

  private Computed() {}

  /**
   * Id, digest and signers beside a message that begins with a {@code signed_transaction}.
   *
   * @param chainId the chain that it was signed for, 32 bytes: another one gives other signers
   */
  public static <R> Sequence<R> besideTransaction(Sequence<R> message, byte[] chainId) {
    return message
        .derive(
            "transaction_id",
            "first 20 bytes of the SHA-256 of the transaction without its signatures",
            (in, sink, at) -> hex(sink, TransactionParts.at(in).id(), at))
        .derive(
            "signing_digest",
            "SHA-256 of the chain id and the transaction without its signatures",
            (in, sink, at) -> hex(sink, TransactionParts.at(in).digest(chainId), at))
        .derive(
            "signees",
            "keys that signed it for this chain",
            (in, sink, at) -> {
              sink.list(KEYS, at);
              for (byte[] key : TransactionParts.at(in).signees(chainId)) {
                sink.text(PublicKeys.spell(key, sink), at, at);
              }
              sink.end(at);
            });
  }

  /** What is computed beside a message that is a {@code signed_block} and its id. */
  public static <R> Sequence<R> besideBlock(Sequence<R> message) {
    return message
        .derive(
            "block_num",
            "one more than the number that previous begins with",
            (in, sink, at) -> sink.number(BlockParts.at(in).number(), true, at, at))
        .derive(
            "computed_block_id",
            "SHA-224 of the signed header, begun with the number and cut to 20 bytes",
            (in, sink, at) -> hex(sink, BlockParts.at(in).id(), at))
        .derive(
            "block_id_matches",
            "whether that is the id that was sent",
            (in, sink, at) -> {
              byte[] array = in.array();
              int end = in.index() + in.left();
              byte[] id = BlockParts.at(in).id();
              sink.bool(Arrays.equals(id, 0, 20, array, end - 20, end), at, at);
            })
        .derive(
            "computed_merkle_root",
            "RIPEMD-160 of the root of the tree of transactions",
            (in, sink, at) -> {
              BlockParts.at(in);
              hex(sink, BlockParts.merkleRoot(in), at);
            })
        .derive(
            "merkle_root_matches",
            "whether that is the root in the header",
            (in, sink, at) -> {
              BlockParts block = BlockParts.at(in);
              byte[] root = BlockParts.merkleRoot(in);
              sink.bool(Arrays.equals(root, block.sentMerkleRoot()), at, at);
            })
        .derive(
            "signing_digest",
            "SHA-256 of the header without its signature",
            (in, sink, at) -> hex(sink, BlockParts.at(in).digest(), at))
        .derive(
            "signee",
            "key of the witness that signed it; empty if no key did",
            (in, sink, at) ->
                sink.text(
                    BlockParts.at(in).signee().map(key -> PublicKeys.spell(key, sink)).orElse(""),
                    at,
                    at))
        .derive(
            "transaction_ids",
            "of the transactions in their order",
            (in, sink, at) -> {
              BlockParts.at(in);
              sink.list(IDS, at);
              for (byte[] id : BlockParts.transactionIds(in)) {
                hex(sink, id, at);
              }
              sink.end(at);
            });
  }

  private static void hex(Sink sink, byte[] bytes, int at) {
    sink.hex(bytes, 0, bytes.length, false, at, at);
  }
}
