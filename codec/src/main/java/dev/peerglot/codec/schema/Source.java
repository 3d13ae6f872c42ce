// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.Malformed;
import java.math.BigInteger;
import java.util.List;

/**
 * A value that people wrote down, as JSON or as {@code NAME=VALUE}; the other end of {@link Sink}.
 */
public interface Source {
  /** What kind of JSON value this is. */
  enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    BOOL,
    NOTHING
  }

  /** What kind of value this is. */
  Kind kind();

  /** The member of that name, or null where there is none. */
  Source field(String name);

  /** The names of all members, in order; empty if this is no object. */
  List<String> names();

  /** How many items a list has; 0 if this is no list. */
  int size();

  /** One item of a list. */
  Source item(int index);

  /** The text; a number or truth value gives its spelling. */
  String text();

  /** The whole number; text that spells one ({@code 12}, {@code 0xff}) will do. */
  BigInteger whole();

  /** The truth value; the texts {@code true} and {@code false} will do. */
  boolean bool();

  /** A fault that names this value's path: what was expected, what stands there. */
  Malformed wrong(String expected);

  /** The value of a JSON text that stands in for a member which people left out. */
  Source instead(String name, String json);

  /** A fault that says which member is missing. */
  Malformed missing(String name, String type);

  /** A fault that says which member has no business here, with the nearest one that has. */
  Malformed stranger(String name, List<String> known);
}
