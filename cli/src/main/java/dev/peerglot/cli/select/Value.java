// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

/** One value of a record. */
public sealed interface Value {
  /** The text that people see: that of JSON, without quotes. */
  String text();

  /** A whole number of up to 64 bits. */
  record Whole(long value, boolean unsigned) implements Value {
    @Override
    public String text() {
      return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }
  }

  /** Any other value. */
  record Words(String text) implements Value {}
}
