// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.Arrays;

/**
 * Where the fields of one protobuf message lie: number, wire type and place of each, in the order
 * of the bytes. Values are delimited, not decoded. Ends at the first byte that breaks the form.
 * What {@link Protobuf} reads by; also for framing that has to look into a message without a type.
 */
public final class Occurrences {
  /** Groups in groups; the reference implementations of protobuf stop there, too. */
  private static final int DEEPEST = 100;

  private static final int CELLS = 7;
  private static final int NUMBER = 0;
  private static final int WIRE = 1;
  private static final int TAG = 2;
  private static final int FROM = 3;
  private static final int TO = 4;
  private static final int NEXT = 5;
  private static final int OWNER = 6;

  private int[] cells = new int[CELLS * 8];
  private int size;
  private Malformed fault;
  private int cut = -1;

  private Occurrences() {}

  /** The fields of the window; moves to its end, or to the fault. */
  public static Occurrences of(In in) {
    Occurrences found = new Occurrences();
    while (in.left() > 0 && found.fault == null) {
      int tagAt = in.at();
      int number = -1;
      try {
        long tag = readTag(in);
        number = (int) (tag >>> 3);
        WireType wire = WireType.of((int) tag & 7);
        if (wire == WireType.END_GROUP) {
          throw Malformed.wrong("the end of a group that did not begin", tagAt);
        }
        found.value(in, number, wire, tagAt);
      } catch (Malformed e) {
        found.fault = e;
        if (number > 0 && found.cut < 0) {
          found.cut = found.add(number, WireType.VARINT, tagAt, in.at(), in.at(), in.at());
        }
      }
    }
    return found;
  }

  private static long readTag(In in) {
    int at = in.at();
    long tag = varint.get(in);
    if (tag >>> 32 != 0 || tag < 8 || (tag & 7) > WireType.FIXED32.ordinal()) {
      throw Malformed.wrong(Long.toUnsignedString(tag) + " is no tag of a field", at);
    }
    return tag;
  }

  private void value(In in, int number, WireType wire, int tagAt) {
    int from = in.at();
    switch (wire) {
      case VARINT -> varint.get(in);
      case FIXED64 -> in.take(8);
      case FIXED32 -> in.take(4);
      case LENGTH -> {
        long length = varint.get(in);
        int left = in.left();
        if (length < 0 || length > left) {
          cut = add(number, wire, tagAt, in.at(), in.at() + left, in.at() + left);
          throw Malformed.wrong(
              Long.toUnsignedString(length) + " bytes are announced, " + left + " are left", from);
        }
        from = in.at();
        in.take((int) length);
      }
      default -> {
        add(number, wire, tagAt, from, group(in, number), in.at());
        return;
      }
    }
    add(number, wire, tagAt, from, in.at(), in.at());
  }

  /** Passes over a group; returns where its end tag stands. */
  private static int group(In in, int number) {
    int[] open = new int[DEEPEST];
    open[0] = number;
    int depth = 1;
    while (true) {
      int at = in.at();
      long tag = readTag(in);
      int inner = (int) (tag >>> 3);
      switch (WireType.of((int) tag & 7)) {
        case VARINT -> varint.get(in);
        case FIXED64 -> in.take(8);
        case FIXED32 -> in.take(4);
        case LENGTH -> {
          long length = varint.get(in);
          in.take(Math.clamp(length < 0 ? Long.MAX_VALUE : length, 0, Integer.MAX_VALUE));
        }
        case GROUP -> {
          if (depth == DEEPEST) {
            throw Malformed.limit("groups nested more than " + DEEPEST + " levels deep", at);
          }
          open[depth++] = inner;
        }
        case END_GROUP -> {
          if (open[--depth] != inner) {
            throw Malformed.wrong("the end of group " + inner + " inside " + open[depth], at);
          }
          if (depth == 0) {
            return at;
          }
        }
      }
    }
  }

  private int add(int number, WireType wire, int tag, int from, int to, int next) {
    int cell = size * CELLS;
    if (cell == cells.length) {
      cells = Arrays.copyOf(cells, cell * 2);
    }
    cells[cell + NUMBER] = number;
    cells[cell + WIRE] = wire.ordinal();
    cells[cell + TAG] = tag;
    cells[cell + FROM] = from;
    cells[cell + TO] = to;
    cells[cell + NEXT] = next;
    cells[cell + OWNER] = -1;
    return size++;
  }

  /** How many there are, the cut one included. */
  public int size() {
    return size;
  }

  /** What ended the search, or null. */
  public Malformed fault() {
    return fault;
  }

  /** The one whose value is not there to its end, or -1. */
  int cut() {
    return cut;
  }

  /** The field's number. */
  public int number(int i) {
    return cells[i * CELLS + NUMBER];
  }

  /** How the value is delimited. */
  public WireType wire(int i) {
    return WireType.of(cells[i * CELLS + WIRE]);
  }

  /** Offset of the tag. */
  public int tag(int i) {
    return cells[i * CELLS + TAG];
  }

  /** Offset of the value's first byte, behind a length. */
  public int from(int i) {
    return cells[i * CELLS + FROM];
  }

  /** Offset behind the value. */
  public int to(int i) {
    return cells[i * CELLS + TO];
  }

  /** Offset behind the field: behind the value, or behind the end tag of a group. */
  int next(int i) {
    return cells[i * CELLS + NEXT];
  }

  /** The row that counts it as its own, or -1. */
  int owner(int i) {
    return cells[i * CELLS + OWNER];
  }

  /** Gives it to a row, or with -1 to none. */
  void own(int i, int row) {
    cells[i * CELLS + OWNER] = row;
  }

  /** The first one from {@code i} on that belongs to a row, or -1. */
  int next(int row, int i) {
    for (int k = i; k < size; k++) {
      if (owner(k) == row && k != cut) {
        return k;
      }
    }
    return -1;
  }

  /** Appends the tag of a field. */
  static void tag(Out out, int number, WireType wire) {
    varint.put(out, (long) number << 3 | wire.ordinal());
  }
}
