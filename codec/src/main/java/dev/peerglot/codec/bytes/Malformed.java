// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

/**
 * Bytes or text that do not follow their declaration. Says what is wrong, at which byte of the
 * message, and in which field; carries no stack trace because a hostile peer may cause millions.
 */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What kind of fault it is; decides who is blamed. */
  public enum Kind {
    /** The bytes break the rules of the format. */
    WRONG,
    /** The bytes end before the value does. */
    SHORT,
    /** A length or count is above the limit of its declaration. */
    LIMIT
  }

  private final Kind kind;
  private final int at;
  private String path = "";

  private Malformed(Kind kind, String what, int at) {
    super(what, null, false, false);
    this.kind = kind;
    this.at = at;
  }

  /** A value that breaks the rules of its format at byte {@code at}; -1 where there is no byte. */
  public static Malformed wrong(String what, int at) {
    return new Malformed(Kind.WRONG, what, at);
  }

  /** A value that needs more bytes than are left. */
  public static Malformed tooShort(int needed, int left, int at) {
    int more = needed - left;
    return new Malformed(
        Kind.SHORT, "needs " + more + " more byte" + (more == 1 ? "" : "s") + ", has " + left, at);
  }

  /** A length, count or depth above its declared limit. */
  public static Malformed limit(String what, int at) {
    return new Malformed(Kind.LIMIT, what, at);
  }

  /** The same fault, seen from the field that holds the value; returns itself. */
  public Malformed within(String field) {
    if (path.isEmpty() || path.startsWith("[")) {
      path = field + path;
    } else {
      path = field + "." + path;
    }
    return this;
  }

  /** The same fault at another byte, for a value inside of another encoding. */
  public Malformed moved(int place) {
    Malformed moved = new Malformed(kind, getMessage(), place);
    moved.path = path;
    return moved;
  }

  /** What kind of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** The byte of the message at which the fault was noticed, or -1. */
  public int at() {
    return at;
  }

  /** The field that could not be read, as {@code a.b[3].c}; empty when it is the message itself. */
  public String path() {
    return path;
  }

  /** One line: path, place and reason. */
  public String line() {
    StringBuilder line = new StringBuilder();
    if (!path.isEmpty()) {
      line.append(path).append(": ");
    }
    line.append(getMessage());
    if (at >= 0) {
      line.append(" (at byte ").append(at).append(')');
    }
    return line.toString();
  }
}
