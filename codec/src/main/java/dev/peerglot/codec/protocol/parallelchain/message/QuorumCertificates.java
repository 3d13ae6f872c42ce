// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.curve.SeenSignatures;
import java.util.Arrays;
import java.util.List;

/** Certificates that a quorum voted for a block ({@code types.rs} of hotstuff_rs 0.3). */
public final class QuorumCertificates {
  private static final Lists<byte[]> signatures = Borsh.vec(VoterSignature.signature);

  /** Size of a certificate without signatures in a phase without a view: of that of genesis. */
  private static final int GENESIS = 53;

  /** A certificate: chain, view, block and phase, and a place a validator. */
  public static final Sequence<Certificate> certificate =
      Rows.of(Certificate.class)
          .field("chain_id", u64le, Certificate::chainId, "of the chain; 0 is mainnet")
          .field("view", u64le, Certificate::view, "in which the votes were cast")
          .field("block", Primitives.hash, Certificate::block, "hash of the block voted for")
          .field("phase", Phase.phase, Certificate::phase, "which of its phases")
          .field(
              "signatures",
              signatures,
              Certificate::signatures,
              "one place a validator, ascending by address; empty text: has not voted")
          .make("QuorumCertificate", Certificate::new)
          .derive(
              "votes",
              "how many validators signed",
              (in, sink, at) -> sink.number(votes(in), true, at, at))
          .deriveIf(
              "is_genesis",
              "whether it is the certificate before the first block: all zeros",
              QuorumCertificates::isGenesis,
              (in, sink, at) -> sink.bool(true, at, at));

  private QuorumCertificates() {}

  /**
   * A certificate.
   *
   * @param chainId of the chain
   * @param view in which the votes were cast
   * @param block hash of the block voted for
   * @param phase which of its phases
   * @param signatures one a validator, ascending by address; empty where one has not voted
   */
  public record Certificate(
      long chainId, long view, byte[] block, Phase.At phase, List<byte[]> signatures) {
    /** What each voter signs: 49 bytes, or 57 where the phase has a view. */
    public byte[] signedBytes() {
      Out out = new Out().i64le(chainId).i64le(view).bytes(block);
      Phase.phase.write(out, phase);
      return out.toBytes();
    }

    /**
     * How many places hold the signature of the validator whose place it is; a certificate with
     * another number of places than validators has none.
     *
     * @param validators their addresses, ascending
     */
    public int valid(List<byte[]> validators) {
      if (validators.size() != signatures.size()) {
        return 0;
      }
      byte[] signed = signedBytes();
      int valid = 0;
      for (int i = 0; i < signatures.size(); i++) {
        valid += SeenSignatures.verify(validators.get(i), signed, signatures.get(i)) ? 1 : 0;
      }
      return valid;
    }
  }

  private static long votes(In in) {
    return certificate.read(in).signatures().stream().filter(s -> s.length > 0).count();
  }

  private static boolean isGenesis(In in) {
    int from = in.index();
    return in.left() == GENESIS
        && Arrays.equals(in.array(), from, from + GENESIS, new byte[GENESIS], 0, GENESIS);
  }
}
