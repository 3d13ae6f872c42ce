// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/**
 * Scripts as assembler text, spelled as Bitcoin Core spells it ({@code ScriptToAsmStr}): pushes of
 * up to four bytes as a number, longer ones as hex, operations by name, {@code [error]} where a
 * push reaches past the end.
 */
public final class Script {
  private Script() {}

  /** The text of an output's script, in ASCII. */
  public static Out asm(byte[] array, int index, int length) {
    return asm(array, index, length, false);
  }

  /**
   * The text of an input's script, in ASCII, where what looks like a signature ends in the name of
   * what it signs: {@code 3044…[ALL]}.
   */
  public static Out asmOfInput(byte[] array, int index, int length) {
    boolean unspendable =
        length > 10_000 || length > 0 && (array[index] & 0xff) == Opcodes.OP_RETURN;
    return asm(array, index, length, !unspendable);
  }

  private static Out asm(byte[] array, int index, int length, boolean signatures) {
    Out text = new Out(2 * length + 16);
    In in = new In(array, index, length);
    while (in.left() > 0) {
      if (text.size() > 0) {
        text.u8(' ');
      }
      int opcode = in.u8();
      if (opcode > Opcodes.PUSHDATA4) {
        text.bytes(Opcodes.ascii(opcode));
        continue;
      }
      int size;
      int data;
      try {
        size = pushSize(opcode, in);
        data = in.take(size);
      } catch (Malformed e) {
        return text.utf8("[error]");
      }
      if (size <= 4) {
        number(text, number(array, data, size));
      } else {
        String signs = signatures ? SignatureText.signs(array, data, size) : null;
        int bytes = signs == null ? size : size - 1;
        int at = text.grow(2 * bytes);
        Hex.write(array, data, bytes, text.array(), at);
        if (signs != null) {
          text.u8('[').utf8(signs).u8(']');
        }
      }
    }
    return text;
  }

  private static void number(Out text, int value) {
    if (value >= 0 && value < 10) {
      text.u8('0' + value);
    } else {
      text.utf8(Integer.toString(value));
    }
  }

  /** How many bytes a push operation pushes; takes the length that follows it, if one does. */
  static int pushSize(int opcode, In in) {
    return switch (opcode) {
      case Opcodes.PUSHDATA1 -> in.u8();
      case Opcodes.PUSHDATA2 -> in.u16le();
      case Opcodes.PUSHDATA4 -> {
        long size = in.u32le();
        yield size > in.left() ? in.left() + 1 : (int) size;
      }
      default -> opcode;
    };
  }

  /** A script number: low byte first, the top bit of the last byte is the sign. */
  static int number(byte[] array, int index, int length) {
    if (length == 0) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (array[index + i] & 0xffL) << 8 * i;
    }
    long sign = 0x80L << 8 * (length - 1);
    return (int) ((value & sign) == 0 ? value : -(value & ~sign));
  }

  /**
   * The script of an assembler text. Numbers from -1 to 16 become their operation, other numbers
   * and hex pushes of the shortest form.
   *
   * @throws IllegalArgumentException for a word that is no operation, number or hex
   */
  public static byte[] parse(String text) {
    Out out = new Out();
    for (String word : text.strip().split("\\s+")) {
      int opcode = Opcodes.number(word);
      if (opcode >= 0) {
        out.u8(opcode);
      } else if (word.matches("-?\\d{1,10}")) {
        push(out, number(Long.parseLong(word)));
      } else {
        try {
          push(out, Hex.parse(word));
        } catch (Malformed e) {
          throw new IllegalArgumentException("'" + word + "' is no operation and no hex", e);
        }
      }
    }
    return out.toBytes();
  }

  private static byte[] number(long value) {
    Out out = new Out();
    long rest = Math.abs(value);
    while (rest > 0x7f) {
      out.u8((int) rest & 0xff);
      rest >>= 8;
    }
    return out.u8((int) rest | (value < 0 ? 0x80 : 0)).toBytes();
  }

  private static void push(Out out, byte[] data) {
    if (data.length < Opcodes.PUSHDATA1) {
      out.u8(data.length);
    } else if (data.length < 0x100) {
      out.u8(Opcodes.PUSHDATA1).u8(data.length);
    } else if (data.length < 0x10000) {
      out.u8(Opcodes.PUSHDATA2).u16le(data.length);
    } else {
      out.u8(Opcodes.PUSHDATA4).u32le(data.length);
    }
    out.bytes(data);
  }
}
