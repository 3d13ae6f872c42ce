// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Blocks as the HTTP interface of a node gives them ({@code blockchain.rs} of pchain-types): never
 * on the peer-to-peer wire, but what people have at hand. The header has one order of fields in
 * both versions, but for hash and height; the data hash follows the order of the slots.
 */
public final class RpcBlocks {
  private static final Sequence<Raw> headerV1 =
      header(
          Rows.rows()
              .field("hash", Primitives.hash, "SHA-256 of height, justify and data_hash")
              .field("height", u64le, "from 0"),
          "BlockHeaderV1",
          BlockForm.V1);

  private static final Sequence<Raw> headerV2 =
      header(
          Rows.rows()
              .field("height", u64le, "from 0")
              .field("hash", Primitives.hash, "SHA-256 of height, justify and data_hash"),
          "BlockHeaderV2",
          BlockForm.V2);

  /** A block of protocol 0.4. */
  public static final Sequence<Raw> v1 = block(headerV1, BlockForm.V1, "BlockV1");

  /** A block of protocol 0.5. */
  public static final Sequence<Raw> v2 = block(headerV2, BlockForm.V2, "BlockV2");

  /** What the data hash is made of, in the order of the header: name and size of each. */
  private static final List<Value> VALUES =
      List.of(
          new Value("chain_id", 8),
          new Value("proposer", PublicAddress.SIZE),
          new Value("timestamp", 4),
          new Value("base_fee_per_gas", 8),
          new Value("gas_used", 8),
          new Value("txns_hash", Sha256.SIZE),
          new Value("receipts_hash", Sha256.SIZE),
          new Value("state_hash", Sha256.SIZE),
          new Value("logs_bloom", LogsBloom.SIZE));

  private RpcBlocks() {}

  private record Value(String name, int size) {}

  private static Sequence<Raw> header(Rows begun, String name, BlockForm form) {
    return begun
        .field("justify", QuorumCertificates.certificate, "votes for the block before")
        .field(
            "data_hash",
            Primitives.hash,
            "SHA-256 of the values that follow, in their slots' order")
        .field("chain_id", u64le, "of the chain; 0 is mainnet")
        .field("proposer", PublicAddress.address, "who made the block")
        .field("timestamp", Primitives.time, "when, by the proposer's clock")
        .field("base_fee_per_gas", u64le, BlockForm.FEE)
        .field("gas_used", u64le, BlockForm.GAS)
        .field("txns_hash", Primitives.hash, BlockForm.TXNS)
        .field("receipts_hash", Primitives.hash, BlockForm.RECEIPTS)
        .field("state_hash", Primitives.hash, BlockForm.STATE)
        .field("logs_bloom", Blob.bytes(LogsBloom.SIZE), BlockForm.BLOOM)
        .make(name)
        .derive(
            "hash_matches",
            "whether the hash is that of the block",
            (in, sink, at) -> sink.bool(hashMatches(in, form), at, at))
        .derive(
            "data_hash_matches",
            "whether data_hash is that of the values",
            (in, sink, at) -> sink.bool(dataHashMatches(in, form), at, at));
  }

  private static Sequence<Raw> block(Sequence<Raw> header, BlockForm form, String name) {
    Type<?> receipt = form.receipt();
    return Rows.rows()
        .field("header", header, "what the block says")
        .field("transactions", form.transactions(), "in order")
        .field("receipts", Borsh.vec(receipt), "what came of each")
        .make(name);
  }

  /** Moves to the data hash; returns the index of the certificate. */
  private static int toDataHash(In in) {
    in.take(8 + Sha256.SIZE);
    int justify = in.index();
    QuorumCertificates.certificate.walk(in, Deaf.SINK);
    return justify;
  }

  private static boolean hashMatches(In in, BlockForm form) {
    int from = in.index();
    int justify = toDataHash(in);
    int height = form == BlockForm.V1 ? from + Sha256.SIZE : from;
    int sent = form == BlockForm.V1 ? from : from + 8;
    byte[] hash = Blocks.hash(in.array(), height, justify, in.index() + Sha256.SIZE);
    return Arrays.equals(hash, 0, hash.length, in.array(), sent, sent + hash.length);
  }

  private static boolean dataHashMatches(In in, BlockForm form) {
    toDataHash(in);
    int sent = in.take(Sha256.SIZE);
    List<byte[]> values = new ArrayList<>();
    VALUES.forEach(value -> values.add(in.bytes(value.size())));
    Sha256 sum = new Sha256();
    VALUES.stream()
        .sorted(Comparator.comparingInt(value -> form.place(value.name())))
        .forEach(value -> sum.update(values.get(VALUES.indexOf(value))));
    byte[] hash = sum.digest();
    return Arrays.equals(hash, 0, hash.length, in.array(), sent, sent + hash.length);
  }
}
