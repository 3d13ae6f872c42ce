// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i64le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.script.AddressFormat;
import dev.peerglot.codec.protocol.bitcoin.script.Script;
import dev.peerglot.codec.protocol.bitcoin.script.ScriptKind;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import java.util.List;

/** Inputs and outputs of transactions, with the text of their scripts and their addresses. */
final class TxParts {
  /** More than fit into any message: a bound that stands before the bytes are looked at. */
  static final int MOST = 1 << 20;

  private TxParts() {}

  /** The inputs of a transaction. */
  static Type<List<Tx.Input>> inputs(AddressFormat addresses) {
    return Lists.list(Primitives.count, input(addresses), MOST);
  }

  /** The outputs of a transaction. */
  static Type<List<Tx.Output>> outputs(AddressFormat addresses) {
    return Lists.list(Primitives.count, output(addresses), MOST);
  }

  private static Sequence<Tx.Input> input(AddressFormat addresses) {
    return Rows.of(Tx.Input.class)
        .field("outpoint", OutPoint.WIRE, Tx.Input::outpoint, "what is spent")
        .field("scriptSig", new ScriptType(addresses), Tx.Input::scriptSig, "what unlocks it")
        .field("sequence", u32le, Tx.Input::sequence, "the input's own lock, or a signal")
        .make("input", Tx.Input::new)
        .otherwise("scriptSig", "\"\"")
        .otherwise("sequence", "4294967295")
        .deriveIf(
            "scriptSig_asm",
            "the script as assembler; none for a coinbase",
            input -> hasScript(input),
            (input, sink, at) -> {
              int length = script(input, OutPoint.SIZE);
              int index = input.index();
              Out asm = Script.asmOfInput(input.array(), index, length);
              sink.text(asm.array(), 0, asm.size(), at, at);
            });
  }

  private static Sequence<Tx.Output> output(AddressFormat addresses) {
    return Rows.of(Tx.Output.class)
        .field("value", i64le, Tx.Output::value, "satoshi")
        .field(
            "scriptPubKey", new ScriptType(addresses), Tx.Output::scriptPubKey, "who can spend it")
        .make("output", Tx.Output::new)
        .derive(
            "scriptPubKey_asm",
            "the script as assembler",
            (output, sink, at) -> {
              int length = script(output, 8);
              Out asm = Script.asm(output.array(), output.index(), length);
              sink.text(asm.array(), 0, asm.size(), at, at);
            })
        .derive(
            "scriptPubKey_type",
            "the kind of script",
            (output, sink, at) -> sink.ascii(kind(output).ascii(), at, at))
        .deriveIf(
            "address",
            "the script as an address of the network",
            output -> addresses.has(kind(output)),
            (output, sink, at) -> sink.ascii(address(addresses, output), at, at));
  }

  /** Moves to the script behind some bytes and its length; returns the length. */
  private static int script(In in, int before) {
    in.take(before);
    return (int) Primitives.count.get(in);
  }

  private static boolean hasScript(In input) {
    byte[] array = input.array();
    int index = input.index();
    boolean coinbase = true;
    for (int i = 0; coinbase && i < 36; i++) {
      coinbase = array[index + i] == (i < 32 ? 0 : -1);
    }
    return !coinbase && script(input, OutPoint.SIZE) > 0;
  }

  private static ScriptKind kind(In output) {
    int length = script(output, 8);
    return ScriptKind.of(output.array(), output.index(), length);
  }

  private static byte[] address(AddressFormat addresses, In output) {
    int length = script(output, 8);
    ScriptKind kind = ScriptKind.of(output.array(), output.index(), length);
    return addresses.address(kind, output.array(), output.index(), length);
  }
}
