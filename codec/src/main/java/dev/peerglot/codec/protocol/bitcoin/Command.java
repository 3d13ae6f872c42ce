// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;

/**
 * The name of a message on the wire: 12 bytes, ASCII from 0x20 to 0x7e, filled up with zero bytes;
 * nothing but zeros after the first zero. A name that breaks these rules is shown with {@code \xNN}
 * for what cannot be shown, so that its bytes survive.
 */
final class Command {
  static final int SIZE = 12;

  /** The bytes of a name, and the name. */
  private record Kept(long first, int rest, String name) {}

  /** The names read lately: there are few, and each heads a message. */
  private static final Kept[] KEPT = new Kept[256];

  private Command() {}

  /** Whether the 12 bytes follow the rules; an empty name does not. */
  static boolean isSound(byte[] array, int index) {
    return isSound(array, index, SIZE) && array[index] != 0;
  }

  /** Whether the first {@code length} of the 12 bytes may belong to a sound name. */
  static boolean isSound(byte[] array, int index, int length) {
    boolean over = false;
    for (int i = index; i < index + length; i++) {
      boolean zero = array[i] == 0;
      if (over ? !zero : !zero && (array[i] < 0x20 || array[i] > 0x7e)) {
        return false;
      }
      over |= zero;
    }
    return length == 0 || array[index] != 0;
  }

  /** The name in 12 bytes. */
  static String read(byte[] array, int index) {
    long first = 0;
    for (int i = index; i < index + 8; i++) {
      first = first << 8 | array[i] & 0xff;
    }
    int rest = 0;
    for (int i = index + 8; i < index + SIZE; i++) {
      rest = rest << 8 | array[i] & 0xff;
    }
    long mixed = (first ^ rest) * 0x9e37_79b9_7f4a_7c15L;
    int slot = (int) (mixed >>> 56);
    Kept kept = KEPT[slot];
    if (kept == null || kept.first != first || kept.rest != rest) {
      kept = new Kept(first, rest, spell(array, index));
      KEPT[slot] = kept;
    }
    return kept.name;
  }

  private static String spell(byte[] array, int index) {
    int length = SIZE;
    while (length > 0 && array[index + length - 1] == 0) {
      length--;
    }
    StringBuilder name = new StringBuilder();
    for (int i = index; i < index + length; i++) {
      if (array[i] < 0x20 || array[i] > 0x7e || array[i] == '\\') {
        name.append("\\x").append(Hex.of(array, i, 1));
      } else {
        name.append((char) array[i]);
      }
    }
    return name.toString();
  }

  /**
   * Appends the 12 bytes of a name.
   *
   * @throws Malformed if it does not fit
   */
  static void write(Out out, String name) {
    int from = out.size();
    for (int i = 0; i < name.length(); i++) {
      if (name.startsWith("\\x", i) && i + 4 <= name.length()) {
        out.bytes(Hex.parse(name.substring(i + 2, i + 4)));
        i += 3;
      } else if (name.charAt(i) > 0x7e) {
        throw Malformed.wrong("'" + name + "' is no command: use ASCII", -1);
      } else {
        out.u8(name.charAt(i));
      }
    }
    int length = out.size() - from;
    if (length > SIZE) {
      throw Malformed.limit("the command '" + name + "' is longer than " + SIZE + " bytes", -1);
    }
    out.zeros(SIZE - length);
  }
}
