// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.script.AddressFormat;
import dev.peerglot.codec.protocol.bitcoin.script.Opcodes;
import dev.peerglot.codec.protocol.bitcoin.script.Script;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.random.RandomGenerator;

/** A script behind its length, shown as hex; people may also write it as assembler or address. */
record ScriptType(AddressFormat addresses) implements Type<byte[]> {
  @Override
  public String name() {
    return "script";
  }

  @Override
  public byte[] read(In in) {
    return Primitives.bytes.read(in);
  }

  @Override
  public void write(Out out, byte[] value) {
    Primitives.bytes.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    Primitives.bytes.walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    String text = source.text();
    try {
      if (text.matches("([0-9a-fA-F]{2})*")) {
        Primitives.bytes.build(source, out);
      } else if (text.indexOf(' ') >= 0 || Opcodes.number(text) >= 0) {
        write(out, Script.parse(text));
      } else {
        write(out, addresses.script(text));
      }
    } catch (IllegalArgumentException e) {
      throw source.wrong("a script in hex, as assembler or as " + e.getMessage());
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    byte[] script = new byte[random.nextInt(40)];
    random.nextBytes(script);
    if (random.nextBoolean() && script.length > 3) {
      byte[] known =
          switch (random.nextInt(4)) {
            case 0 -> new Out().u8(0x76).u8(0xa9).u8(20).zeros(20).u8(0x88).u8(0xac).toBytes();
            case 1 -> new Out().u8(0xa9).u8(20).zeros(20).u8(0x87).toBytes();
            case 2 -> new Out().u8(0).u8(20).zeros(20).toBytes();
            default -> new Out().u8(0x51).u8(32).zeros(32).toBytes();
          };
      known[3] = script[3];
      script = known;
    }
    write(out, script);
  }
}
