// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.schema.Type;
import java.util.ArrayList;
import java.util.List;

/** The objects that are worth reading by themselves, beside the operations. */
public final class Structs {
  private Structs() {}

  /** Each by its name in the reference. */
  public static List<Type.Part> all() {
    List<Type.Part> parts = new ArrayList<>();
    add(parts, Blocks.signed, "a block, as get_block shows it");
    add(parts, Blocks.signedHeader, "what the id of a block is the hash of");
    add(parts, Blocks.header, "what a witness signs");
    add(parts, Transactions.signed, "a transaction as it travels by itself");
    add(parts, Transactions.processed, "a transaction as it stands in a block");
    add(parts, Transactions.unsigned, "what is signed of a transaction");
    add(parts, Operations.operation, "any operation: its number and its fields");
    add(parts, OperationResults.result, "what came of an operation");
    add(parts, Authority.authority, "who may act for an account");
    add(parts, Memo.memo, "a word to the receiver, encrypted");
    add(parts, ChainParameters.parameters, "the rules of the chain");
    add(parts, Fees.schedule, "what operations cost");
    add(parts, Words.asset, "an amount");
    add(parts, Words.price, "a price");
    return parts;
  }

  private static void add(List<Type.Part> parts, Type<?> type, String doc) {
    parts.add(new Type.Part(type.name(), type, doc));
  }
}
