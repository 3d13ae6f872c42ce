// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.parallelchain.Primitives;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * Transactions ({@code blockchain.rs} of pchain-types). Both versions have the same layout, with at
 * least 164 bytes; they differ in what is signed.
 */
public final class Transactions {
  /** As protocol 0.4 has them in blocks, and as pchain-network 0.5 publishes them. */
  public static final Sequence<Raw> v1 = beside(rows(Rows.rows()).make("TransactionV1"), 1, 0);

  /** As protocol 0.5 has them in blocks. */
  public static final Sequence<Raw> v2 = beside(rows(Rows.rows()).make("TransactionV2"), 2, 0);

  private Transactions() {}

  /** The rows of a transaction, after those that are there already. */
  static Rows rows(Rows before) {
    return before
        .field("signer", PublicAddress.address, "whose transaction it is")
        .field("nonce", u64le, "how many transactions of the signer came before it")
        .field("commands", Borsh.vec(Commands.command), "what is to be done, in order")
        .field("gas_limit", u64le, "most gas that it may use")
        .field("max_base_fee_per_gas", u64le, "grays that the signer pays at most, burnt")
        .field("priority_fee_per_gas", u64le, "grays that go to the proposer")
        .field("signature", Primitives.signature, "Ed25519 by the signer")
        .field("hash", Primitives.hash, "SHA-256 of the signature");
  }

  /**
   * Adds what is computed beside a transaction.
   *
   * @param version 1 or 2
   * @param prefix how many bytes stand before the signer
   */
  static Sequence<Raw> beside(Sequence<Raw> transaction, int version, int prefix) {
    return transaction
        .derive(
            "signature_valid",
            "whether the signer signed it",
            (in, sink, at) -> sink.bool(parts(in, version, prefix).isSigned(), at, at))
        .derive(
            "hash_matches",
            "whether the hash is that of the signature",
            (in, sink, at) -> sink.bool(parts(in, version, prefix).isHashed(), at, at))
        .deriveIf(
            "contract_addresses",
            "where each Deploy puts its contract",
            in -> parts(in, version, prefix).isDeploying(),
            (in, sink, at) -> {
              sink.list(Borsh.vec(Primitives.hash), at);
              parts(in, version, prefix).contracts().forEach(c -> Primitives.hex(sink, c, at));
              sink.end(at);
            });
  }

  private static TransactionParts parts(In in, int version, int prefix) {
    return new TransactionParts(in.array(), in.index() + prefix, in.index() + in.left(), version);
  }
}
