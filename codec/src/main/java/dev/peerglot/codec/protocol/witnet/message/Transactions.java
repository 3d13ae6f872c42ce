// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Hashes;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Tagged;
import dev.peerglot.codec.schema.Tags;
import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/**
 * The eight kinds of transactions, each with its hash beside its fields ({@code
 * data_structures/src/transaction.rs}). Signatures never enter it.
 */
public final class Transactions {
  private static final String HASH = "SHA-256 of the body: the transaction's id";

  /**
   * One kind.
   *
   * @param wire how it looks
   * @param rule its hash
   */
  public record Kind(Protobuf<Raw> wire, Hashes.Rule rule) {
    /** The transaction's hash. */
    public byte[] hash(In transaction) {
      return rule.of(transaction);
    }
  }

  /** {@code VTTransaction}: moves value. */
  public final Kind valueTransfer;

  /** {@code DRTransaction}: asks for data. */
  public final Kind dataRequest;

  /** {@code CommitTransaction}: a witness binds itself to an answer. */
  public final Kind commit;

  /** {@code RevealTransaction}: and shows it. */
  public final Kind reveal;

  /** {@code TallyTransaction}: the result of a data request; made by miners only. */
  public final Kind tally;

  /** {@code MintTransaction}: the miner's reward; made by miners only. */
  public final Kind mint;

  /** {@code StakeTransaction}: locks value up for the right to mine. */
  public final Kind stake;

  /** {@code UnstakeTransaction}: and gets it back. */
  public final Kind unstake;

  /** {@code Transaction}, 9: one of the eight. */
  public final Protobuf<Raw> transaction;

  private final Accounts accounts;

  /** The transactions of a chain with those accounts. */
  public Transactions(Accounts accounts) {
    this.accounts = accounts;
    Bodies bodies = new Bodies(accounts);
    valueTransfer = ofBody(Rows.rows(), "VTTransaction", false, bodies.valueTransfer());
    dataRequest = dataRequest(bodies.dataRequest());
    commit = ofBody(Rows.rows(), "CommitTransaction", true, bodies.commit());
    reveal = reveal(bodies.reveal());
    tally = tally(bodies);
    mint = mint(bodies);
    stake = ofBody(Rows.rows(), "StakeTransaction", true, bodies.stake());
    unstake = unstake(bodies.unstake());
    transaction = transaction();
  }

  private static Tagged<Raw> body(boolean required, Protobuf<Raw> body) {
    return required ? Tags.required(1, body) : Tags.always(1, body);
  }

  private Sequence<Raw> signed(Rows rows, String name, boolean required, Protobuf<Raw> body) {
    return rows.field("body", body(required, body), "what is signed")
        .field(
            "signatures",
            Tags.repeated(2, accounts.keyedSignature, Bodies.MOST),
            "one for each input; of commits and reveals one")
        .make(name);
  }

  private Kind ofBody(Rows rows, String name, boolean required, Protobuf<Raw> body) {
    return kind(signed(rows, name, required, body), body);
  }

  /** A transaction whose hash is that of its body. */
  private static Kind kind(Sequence<Raw> rows, Protobuf<Raw> body) {
    Protobuf<Raw> plain = Protobuf.of(rows);
    Hashes.Rule rule = transaction -> Hashes.of(body, plain.window(transaction, "body"));
    return new Kind(Protobuf.of(rows.derive("hash", HASH, Hashes.row(rule))), rule);
  }

  private Kind dataRequest(Protobuf<Raw> body) {
    Sequence<Raw> rows = signed(Rows.rows(), "DRTransaction", false, body);
    Protobuf<Raw> plain = Protobuf.of(rows);
    Hashes.Rule rule =
        transaction -> {
          In said = plain.window(transaction, "body");
          byte[] output = Hashes.of(DataRequests.OUTPUT, body.window(said, "dr_output"));
          return Sha256.of(join(output, Hashes.of(body, said)));
        };
    String doc = "SHA-256 of the hash of dr_output and the hash of the body";
    return new Kind(Protobuf.of(rows.derive("hash", doc, Hashes.row(rule))), rule);
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] both = java.util.Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private Kind reveal(Protobuf<Raw> body) {
    Sequence<Raw> rows = signed(Rows.rows(), "RevealTransaction", true, body);
    Protobuf<Raw> plain = Protobuf.of(rows);
    return kind(
        rows.deriveIf(
            "commitment",
            "SHA-256 of the signature: what the witness committed to",
            transaction -> !plain.windows(transaction, "signatures").isEmpty(),
            Hashes.row(
                transaction -> Sha256.of(accounts.der(plain.window(transaction, "signatures"))))),
        body);
  }

  private Kind tally(Bodies bodies) {
    Sequence<Raw> rows =
        Rows.rows()
            .field("dr_pointer", Tags.required(1, Primitives.hash), "the data request")
            .field("tally", Tags.bytes(2), "the result: a CBOR value")
            .field("outputs", bodies.outputs(3), "rewards, and what comes back")
            .field("out_of_consensus", witnesses(4), "whose answers were far off")
            .field("error_committers", witnesses(5), "whose answers were errors")
            .make("TallyTransaction");
    Protobuf<Raw> plain = Protobuf.of(rows);
    Hashes.Rule rule =
        transaction -> {
          byte[] pointer = Primitives.hash.read(plain.window(transaction, "dr_pointer"));
          byte[] result = plain.window(transaction, "tally").rest();
          return Sha256.of(join(Sha256.of(join(pointer, result)), Hashes.of(plain, transaction)));
        };
    String doc = "SHA-256 of the hash of dr_pointer and tally, and the hash of the whole";
    return new Kind(Protobuf.of(rows.derive("hash", doc, Hashes.row(rule))), rule);
  }

  private Tagged<List<byte[]>> witnesses(int number) {
    return Tags.repeated(number, accounts.publicKeyHash, Bodies.MOST);
  }

  private static Kind mint(Bodies bodies) {
    Sequence<Raw> rows =
        Rows.rows()
            .field("epoch", Tags.fixed32(1), "of the block")
            .field("outputs", bodies.outputs(2), "the reward; none from V2_0 on")
            .make("MintTransaction");
    Protobuf<Raw> plain = Protobuf.of(rows);
    Hashes.Rule rule = transaction -> Hashes.of(plain, transaction);
    String doc = "SHA-256 of the whole: the transaction's id";
    return new Kind(Protobuf.of(rows.derive("hash", doc, Hashes.row(rule))), rule);
  }

  private Kind unstake(Protobuf<Raw> body) {
    return kind(
        Rows.rows()
            .field("body", Tags.required(1, body), "what is signed")
            .field(
                "signature",
                Tags.required(2, accounts.keyedSignature),
                "of the withdrawer, who gets the money")
            .make("UnstakeTransaction"),
        body);
  }

  private Protobuf<Raw> transaction() {
    return Protobuf.of(
            Rows.rows()
                .field("ValueTransfer", Tags.optional(1, valueTransfer.wire), "moves value")
                .field("DataRequest", Tags.optional(2, dataRequest.wire), "asks for data")
                .field("Commit", Tags.optional(3, commit.wire), "hides a witness's answer")
                .field("Reveal", Tags.optional(4, reveal.wire), "shows it")
                .field("Tally", Tags.optional(5, tally.wire), "the result; not taken from peers")
                .field("Mint", Tags.optional(6, mint.wire), "the reward; not taken from peers")
                .field("Stake", Tags.optional(7, stake.wire), "locks value up")
                .field("Unstake", Tags.optional(8, unstake.wire), "gets it back")
                .make("Transaction"))
        .exactlyOne(
            "ValueTransfer",
            "DataRequest",
            "Commit",
            "Reveal",
            "Tally",
            "Mint",
            "Stake",
            "Unstake");
  }

  /** The kinds of which a block holds lists, in their order. */
  List<Kind> inBlocks() {
    return List.of(valueTransfer, dataRequest, commit, reveal, tally, stake, unstake);
  }

  /** The hash of the one transaction in a {@code Transaction}. */
  public byte[] hash(In message) {
    Kind[] kinds = {valueTransfer, dataRequest, commit, reveal, tally, mint, stake, unstake};
    for (int i = 0; i < kinds.length; i++) {
      List<In> window = transaction.windows(message, transaction.fields().get(i).name());
      if (!window.isEmpty()) {
        return kinds[i].hash(window.getFirst());
      }
    }
    throw new IllegalStateException("a checked Transaction holds one");
  }
}
