// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tagged;
import dev.peerglot.codec.schema.Tags;
import java.util.List;

/** What a transaction says, without its signatures. */
final class Bodies {
  /** Most items of a list; a frame holds fewer. */
  static final int MOST = 1 << 20;

  private static final String NOBODY = "{\"pkh\":\"" + "0".repeat(40) + "\"}";

  private static final Protobuf<Raw> OUTPUT_POINTER =
      Protobuf.of(
          Rows.rows()
              .field("transaction_id", Tags.required(1, Primitives.hash), "which transaction")
              .field("output_index", Tags.uint32(2), "which of its outputs")
              .make("OutputPointer"));

  private static final Protobuf<Raw> INPUT =
      Protobuf.of(
          Rows.rows()
              .field("output_pointer", Tags.required(1, OUTPUT_POINTER), "what is spent")
              .make("Input"));

  private static final Protobuf<Raw> VRF_PROOF =
      Protobuf.of(
          Rows.rows()
              .field("proof", Tags.bytes(1), "ECVRF: gamma 33, c 16, s 32 bytes")
              .field("public_key", Tags.required(2, Primitives.publicKey), "whose")
              .make("VrfProof"));

  private final Accounts accounts;

  Bodies(Accounts accounts) {
    this.accounts = accounts;
  }

  /** {@code DataRequestEligibilityClaim} and {@code BlockEligibilityClaim} hold the same. */
  static Protobuf<Raw> claim(String name) {
    return Protobuf.of(
        Rows.rows()
            .field("proof", Tags.required(1, VRF_PROOF), "that it was their turn")
            .make(name));
  }

  private static Tagged<List<Raw>> inputs(int number) {
    return Tags.repeated(number, INPUT, MOST);
  }

  Tagged<List<Raw>> outputs(int number) {
    return Tags.repeated(number, accounts.valueTransferOutput, MOST);
  }

  Protobuf<Raw> valueTransfer() {
    return Protobuf.of(
        Rows.rows()
            .field("inputs", inputs(1), "what is spent")
            .field("outputs", outputs(2), "who gets it; what is left is the fee")
            .make("VTTransactionBody"));
  }

  Protobuf<Raw> dataRequest() {
    return Protobuf.of(
        Rows.rows()
            .field("inputs", inputs(1), "what pays for it")
            .field("outputs", outputs(2), "the change")
            .field("dr_output", Tags.always(3, DataRequests.OUTPUT), "what is asked")
            .make("DRTransactionBody"));
  }

  Protobuf<Raw> commit() {
    return Protobuf.of(
        Rows.rows()
            .field("dr_pointer", Tags.required(1, Primitives.hash), "the data request")
            .field(
                "commitment",
                Tags.required(2, Primitives.hash),
                "SHA-256 of the DER bytes of the reveal's signature")
            .field(
                "proof",
                Tags.required(3, claim("DataRequestEligibilityClaim")),
                "that the witness was drawn")
            .field("collateral", inputs(4), "what the witness stakes")
            .field("outputs", outputs(5), "the change of that")
            .field(
                "bn256_public_key",
                Tags.always(6, Primitives.bn256PublicKey),
                "the witness's key for superblock votes, or empty")
            .make("CommitTransactionBody"));
  }

  Protobuf<Raw> reveal() {
    return Protobuf.of(
        Rows.rows()
            .field("dr_pointer", Tags.required(1, Primitives.hash), "the data request")
            .field("reveal", Tags.bytes(2), "the witness's answer: a CBOR value")
            .field("pkh", Tags.required(3, accounts.publicKeyHash), "the witness")
            .make("RevealTransactionBody"));
  }

  Protobuf<Raw> stake() {
    Protobuf<Raw> key =
        Protobuf.of(
            Rows.rows()
                .field("validator", Tags.required(1, accounts.publicKeyHash), "who mines")
                .field("withdrawer", Tags.required(2, accounts.publicKeyHash), "whose money it is")
                .make("StakeKey"));
    Protobuf<Raw> output =
        Protobuf.of(
            Rows.rows()
                .field("value", Tags.uint64(1), "nanowit")
                .field("key", Tags.required(2, key), "validator and withdrawer")
                .field(
                    "authorization",
                    Tags.required(3, accounts.keyedSignature),
                    "of the withdrawer's account and 12 zero bytes, by the validator")
                .make("StakeOutput"));
    return Protobuf.of(
        Rows.rows()
            .field("inputs", inputs(1), "what is spent")
            .field("output", Tags.required(2, output), "what is locked up")
            .field(
                "change",
                Tags.required(3, accounts.valueTransferOutput),
                "what comes back; all zero for nothing")
            .make("StakeTransactionBody")
            .otherwise("change", NOBODY));
  }

  Protobuf<Raw> unstake() {
    return Protobuf.of(
        Rows.rows()
            .field("operator", Tags.required(1, accounts.publicKeyHash), "the validator")
            .field(
                "withdrawal",
                Tags.required(2, accounts.valueTransferOutput),
                "who gets how much, after how many seconds")
            .field("fee", Tags.uint64(3), "nanowit")
            .field("nonce", Tags.uint64(4), "of the stake, so that this happens once")
            .make("UnstakeTransactionBody"));
  }
}
