// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Malformed;

/**
 * Something that is not as it should be: a value, not an exception, because it is a result.
 *
 * @param blame whose fault it is
 * @param why one line
 * @param path the field, as {@code a.b[3].c}; empty for the frame itself
 * @param at offset of the place in that direction's stream (with {@code path}: in the message body)
 */
public record Fault(Blame blame, String why, String path, long at) {
  /** Whose fault it is. */
  public enum Blame {
    /** The peer broke the rules of its protocol. */
    PEER("peer"),
    /** This program did. */
    US("us"),
    /** The bytes are encrypted and no key fits. */
    KEYS("keys"),
    /** A limit was reached before the end of the value. */
    LIMIT("limit"),
    /** The capture lacks bytes. */
    CAPTURE("capture");

    private final String word;

    Blame(String word) {
      this.word = word;
    }

    /** The word in records. */
    public String word() {
      return word;
    }
  }

  /** The fault of a body that cannot be decoded to its end. */
  public static Fault of(Malformed malformed) {
    Blame blame = malformed.kind() == Malformed.Kind.LIMIT ? Blame.LIMIT : Blame.PEER;
    return new Fault(blame, malformed.getMessage(), malformed.path(), malformed.at());
  }

  /** One line for people. */
  public String line() {
    return (path.isEmpty() ? "" : path + ": ") + why + (at >= 0 ? " (at byte " + at + ")" : "");
  }
}
