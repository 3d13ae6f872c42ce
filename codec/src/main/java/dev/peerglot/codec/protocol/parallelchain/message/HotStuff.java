// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.curve.SeenSignatures;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import java.util.List;

/**
 * The messages of consensus and block synchronisation ({@code messages.rs} of hotstuff_rs 0.3), as
 * both generations with typed messages publish them. Two bytes tell the kind: that of the message
 * (0 progress, 1 synchronisation) and that within it.
 */
public final class HotStuff {
  /** The leader's block of a view. */
  public static final Sequence<Raw> proposal =
      make(
          progress("Proposal", 0)
              .field("block", Blocks.block, "what the validators are to vote for"),
          "Proposal");

  /** The leader asks for votes of the next phase. */
  public static final Sequence<Raw> nudge =
      make(
          progress("Nudge", 1)
              .field("justify", QuorumCertificates.certificate, "of the phase before"),
          "Nudge");

  /** A validator's vote, to the next leader. */
  public static final Sequence<Raw> vote =
      make(
          progress("Vote", 2)
              .field("block", Primitives.hash, "hash of the block voted for")
              .field("phase", Phase.phase, "which of its phases")
              .field("signature", Primitives.signature, "Ed25519 of chain, view, block and phase"),
          "Vote");

  /** A validator has given up a view; to the next leader. */
  public static final Sequence<Raw> newView =
      make(
          progress("NewView", 3)
              .field("highest_qc", QuorumCertificates.certificate, "best that the sender knows"),
          "NewView");

  /** Asks a replica for blocks; the answer goes to the asker's mailbox. */
  public static final Sequence<Raw> syncRequest =
      make(
          sync("SyncRequest", 0)
              .field("start_height", u64le, "of the first block")
              .field("limit", u32le, "how many; servers send at least as many as they like"),
          "SyncRequest");

  /** Blocks, in answer. */
  public static final Sequence<Raw> syncResponse =
      make(
          sync("SyncResponse", 1)
              .field("blocks", Borsh.vec(Blocks.block), "ascending, the uncommitted ones last")
              .field("highest_qc", QuorumCertificates.certificate, "best that the sender knows"),
          "SyncResponse");

  /** Any of them. */
  public static final Kinds message =
      new Kinds(
          "Message",
          List.of(
              new Kinds.Kind("Proposal", "0000", proposal, "the leader's block of a view"),
              new Kinds.Kind("Nudge", "0001", nudge, "the leader asks for the next phase"),
              new Kinds.Kind("Vote", "0002", vote, "a validator's vote, to the next leader"),
              new Kinds.Kind("NewView", "0003", newView, "a validator has given up a view"),
              new Kinds.Kind("SyncRequest", "0100", syncRequest, "asks a replica for blocks"),
              new Kinds.Kind("SyncResponse", "0101", syncResponse, "blocks, in answer")));

  private HotStuff() {}

  private static Rows progress(String name, int variant) {
    return Rows.rows()
        .field(
            "kind", Primitives.kind(name, 0, variant), "two bytes: a progress message, and which")
        .field("chain_id", u64le, "of the chain; 0 is mainnet")
        .field("view", u64le, "the round that it belongs to");
  }

  private static Rows sync(String name, int variant) {
    return Rows.rows()
        .field("kind", Primitives.kind(name, 1, variant), "two bytes: a sync message, and which");
  }

  private static Sequence<Raw> make(Rows rows, String name) {
    return rows.make(name).otherwise("kind", '"' + name + '"');
  }

  /** A vote that the owner of this address published. */
  public static Sequence<Raw> voteOf(byte[] author) {
    return vote.derive(
        "signature_valid",
        "whether the author of the message signed the vote",
        (in, sink, at) -> sink.bool(isSigned(in, author), at, at));
  }

  /** Whether that key signed the vote in the window. */
  private static boolean isSigned(In in, byte[] author) {
    in.take(2);
    int from = in.index();
    in.take(8 + 8 + Sha256.SIZE);
    Phase.phase.walk(in, Deaf.SINK);
    byte[] signed = Arrays.copyOfRange(in.array(), from, in.index());
    return SeenSignatures.verify(author, signed, Primitives.signature.read(in));
  }
}
