// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;

/** Blocks as HotStuff sends them ({@code types.rs} of hotstuff_rs 0.3). */
public final class Blocks {
  /** A block. */
  public static final Sequence<Raw> block =
      Rows.rows()
          .field("height", u64le, "from 0")
          .field("hash", Primitives.hash, "SHA-256 of height, justify and data_hash")
          .field("justify", QuorumCertificates.certificate, "votes for the block before")
          .field("data_hash", Primitives.hash, "SHA-256 of the first nine slots of the data")
          .field("data", BlockData.data, "header, transactions and receipts")
          .make("Block")
          .derive(
              "hash_matches",
              "whether the hash is that of the block",
              (in, sink, at) -> sink.bool(hashMatches(in), at, at))
          .deriveIf(
              "data_hash_matches",
              "whether data_hash is that of the data",
              in -> strangeness(in) == null,
              (in, sink, at) -> sink.bool(dataHashMatches(in), at, at))
          .deriveIf(
              "data_unknown",
              "why the data is shown as it came",
              in -> strangeness(in) != null,
              (in, sink, at) -> sink.text(strangeness(in), at, at));

  private Blocks() {}

  /** Moves to the data hash; returns the index of the certificate. */
  private static int toDataHash(In in) {
    in.take(8 + Sha256.SIZE);
    int justify = in.index();
    QuorumCertificates.certificate.walk(in, Deaf.SINK);
    return justify;
  }

  private static boolean hashMatches(In in) {
    int from = in.index();
    int justify = toDataHash(in);
    byte[] array = in.array();
    byte[] hash = hash(array, from, justify, in.index() + Sha256.SIZE);
    return Arrays.equals(hash, 0, hash.length, array, from + 8, from + 8 + hash.length);
  }

  /** SHA-256 of a height and of what stands from the certificate to the end of the data hash. */
  static byte[] hash(byte[] array, int height, int justify, int end) {
    return new Sha256().update(array, height, 8).update(array, justify, end - justify).digest();
  }

  private static boolean dataHashMatches(In in) {
    toDataHash(in);
    int sent = in.take(Sha256.SIZE);
    byte[] hash = BlockData.hash(in);
    return Arrays.equals(hash, 0, hash.length, in.array(), sent, sent + hash.length);
  }

  private static String strangeness(In in) {
    toDataHash(in);
    in.take(Sha256.SIZE);
    return BlockData.strangeness(in);
  }
}
