// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

/** Typed or pasted text that is no bytes in any spelling known: what is wrong and where. */
public final class HexTextFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;

  /**
   * Creates a fault.
   *
   * @param line the line, from 1
   * @param column the character in the line, from 1
   * @param reason what is wrong there
   */
  public HexTextFault(int line, int column, String reason) {
    super("line " + line + ", column " + column + ": " + reason);
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the character in the line, from 1. */
  public int column() {
    return column;
  }

  /** Returns what is wrong, without place. */
  public String reason() {
    return reason;
  }
}
