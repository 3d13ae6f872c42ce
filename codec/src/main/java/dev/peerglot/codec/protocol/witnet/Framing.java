// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Occurrences;
import dev.peerglot.codec.schema.WireType;

/**
 * Frames ({@code node/src/actors/codec.rs}): a length and a protobuf {@code Message}.
 *
 * <pre>
 *  0          4                                            4+N
 *  +----------+------------+----------------------------------+
 *  | N u32be  | 08 magic   | 12 length ( tag length payload ) |
 *  +----------+------------+----------------------------------+
 *                            tag: 8 * number of the command + 2
 * </pre>
 *
 * <p>The reference sets no limit to N and waits for whatever is announced; here it is 16 MiB, some
 * ten times what a block can have.
 */
final class Framing {
  static final int LENGTH = 4;
  static final int LARGEST = 16 << 20;

  /** Bytes at the front of a frame that tell whether it is one, lengths included. */
  static final int HEAD = 24;

  private static final int MOST_COMMANDS = 15; // numbers whose tag is one byte

  private Framing() {}

  /**
   * A frame's content.
   *
   * @param magic of the sender's network
   * @param code number of the command
   * @param payload the command's own bytes
   * @param oddity what there was beside the command, or empty
   */
  record Envelope(long magic, String code, byte[] payload, String oddity) {}

  /** The whole frame of a message. */
  static byte[] frame(int magic, String code, byte[] payload) {
    int number = Integer.parseInt(code);
    if (payload.length > LARGEST - HEAD) {
      throw Malformed.limit(payload.length + " bytes do not fit a frame of at most " + LARGEST, -1);
    }
    Out command = new Out(payload.length + 8);
    varint.put(command, (long) number << 3 | WireType.LENGTH.ordinal());
    varint.put(command, payload.length);
    command.bytes(payload);
    Out out = new Out(command.size() + 16).zeros(LENGTH);
    if (magic != 0) {
      out.u8(0x08);
      varint.put(out, magic);
    }
    out.u8(0x12);
    varint.put(out, command.size());
    byte[] frame = out.bytes(command.array(), 0, command.size()).toBytes();
    int size = frame.length - LENGTH;
    for (int i = 0; i < LENGTH; i++) {
      frame[i] = (byte) (size >>> 8 * (LENGTH - 1 - i));
    }
    return frame;
  }

  /**
   * Opens a frame's body as the reference does: of fields that come twice the last one counts,
   * others are passed over.
   *
   * @throws Malformed if there is no command to be told
   */
  static Envelope open(byte[] body) {
    In in = new In(body);
    Occurrences message = Occurrences.of(in);
    if (message.fault() != null) {
      throw message.fault();
    }
    long magic = 0;
    int kind = -1;
    StringBuilder oddity = new StringBuilder();
    for (int i = 0; i < message.size(); i++) {
      switch (message.number(i)) {
        case 1 -> {
          need(message, i, WireType.VARINT, "magic");
          in.moveTo(message.from(i));
          magic = varint.get(in) & 0xffffffffL;
        }
        case 2 -> {
          need(message, i, WireType.LENGTH, "kind");
          if (kind >= 0) {
            oddity.append("a command that a later one replaces; ");
          }
          kind = i;
        }
        default -> oddity.append("unknown field ").append(message.number(i)).append("; ");
      }
    }
    if (magic > 0xffff) {
      throw Malformed.wrong("a magic of " + magic + ", above 65535", 0);
    }
    if (kind < 0) {
      throw Malformed.wrong("a message without a command", 0);
    }
    In window = new In(body, message.from(kind), message.to(kind) - message.from(kind));
    return command(window, message.from(kind), magic, oddity);
  }

  private static void need(Occurrences message, int i, WireType wire, String name) {
    if (message.wire(i) != wire) {
      throw Malformed.wrong(
              "is " + message.wire(i).word() + " where " + wire.word() + " belongs", message.tag(i))
          .within(name);
    }
  }

  private static Envelope command(In window, int origin, long magic, StringBuilder oddity) {
    Occurrences command = Occurrences.of(window);
    if (command.fault() != null) {
      Malformed fault = command.fault();
      throw Malformed.wrong(fault.getMessage(), origin + fault.at());
    }
    int chosen = -1;
    for (int i = 0; i < command.size(); i++) {
      boolean known = isKnown(command.number(i));
      if (known) {
        need(command, i, WireType.LENGTH, "kind");
      }
      boolean replaced = known || chosen < 0 || !isKnown(command.number(chosen));
      if (chosen >= 0) {
        int loser = replaced ? chosen : i;
        oddity.append("another command ").append(command.number(loser)).append("; ");
      }
      chosen = replaced ? i : chosen;
    }
    if (chosen < 0) {
      throw Malformed.wrong("an empty command", origin);
    }
    window.moveTo(command.from(chosen));
    byte[] payload = window.bytes(command.to(chosen) - command.from(chosen));
    String odd = oddity.isEmpty() ? "" : oddity.substring(0, oddity.length() - 2);
    return new Envelope(magic, Integer.toString(command.number(chosen)), payload, odd);
  }

  private static boolean isKnown(int number) {
    return number >= 1 && number <= 11;
  }

  /** What the first bytes of a frame look like. */
  enum Look {
    /** No frame that any node writes. */
    NO,
    /** More bytes will tell. */
    MORE,
    /** Magic, one command, and all lengths agree. */
    FRAME
  }

  /**
   * Whether a frame begins here whose lengths agree with each other: fourteen bytes or so, of which
   * chance makes one in billions.
   *
   * @param bytes an array
   * @param from index of the first byte
   * @param end index behind the last byte that is there
   */
  static Look look(byte[] bytes, int from, int end) {
    In in = new In(bytes, from, Math.min(end - from, HEAD));
    try {
      long size = in.u32be();
      if (size < 4 || size > LARGEST) {
        return Look.NO;
      }
      if (in.u8() != 0x08) {
        return Look.NO;
      }
      long magic = varint.get(in);
      if (magic > 0xffff || in.u8() != 0x12) {
        return Look.NO;
      }
      long command = varint.get(in);
      if (in.at() - LENGTH + command != size) {
        return Look.NO;
      }
      int start = in.at();
      int tag = in.u8();
      if ((tag & 7) != WireType.LENGTH.ordinal() || tag >> 3 < 1 || tag >> 3 > MOST_COMMANDS) {
        return Look.NO;
      }
      long payload = varint.get(in);
      return in.at() - start + payload == command ? Look.FRAME : Look.NO;
    } catch (Malformed e) {
      return e.kind() == Malformed.Kind.SHORT && end - from < HEAD ? Look.MORE : Look.NO;
    }
  }

  /** The magic of bytes that {@link #look} took for a frame. */
  static int magic(byte[] bytes, int from) {
    In in = new In(bytes, from + LENGTH + 1, HEAD - LENGTH - 1);
    return (int) varint.get(in);
  }
}
