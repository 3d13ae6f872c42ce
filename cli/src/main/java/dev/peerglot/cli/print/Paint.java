// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.session.Verdict;

/** The few colours of the terminal views; nothing is said by colour alone. */
public enum Paint {
  /** Names of messages and fields. */
  NAME("1"),
  /** What the dialer says. */
  DIALER("36"),
  /** What the listener says. */
  LISTENER("33"),
  /** Things beside the point. */
  DIM("2"),
  /** All is well. */
  GOOD("32"),
  /** Something is wrong. */
  BAD("31");

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  /**
   * The text in this colour, if the console has colours. Letters that steer terminals are shown.
   */
  public String on(Console console, String text) {
    String safe = safe(text);
    return console.color() ? "\u001b[" + code + "m" + safe + "\u001b[0m" : safe;
  }

  /** The colour of a verdict. */
  public static Paint of(Verdict verdict) {
    return switch (verdict) {
      case REACHED -> GOOD;
      case FULL, NOT_DIALLED -> DIM;
      default -> BAD;
    };
  }

  /** Text from a peer without what could steer a terminal. */
  public static String safe(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad =
          c < 32
              || c >= 0x7f && c < 0xa0
              || Character.isSurrogate(c) && !pair(text, i)
              || Character.getType(c) == Character.FORMAT;
      if (bad && safe == null) {
        safe = new StringBuilder(text.substring(0, i));
      }
      if (safe != null) {
        safe.append(bad ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean pair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
