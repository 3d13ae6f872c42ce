// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the values of a record are compared with.
 *
 * @param text as it was written
 * @param number its value if it is a whole number ({@code 12}, {@code -3}, {@code 0xff}), or null
 */
record Literal(String text, BigInteger number) {
  private static final int LONGEST_NUMBER = 80;

  static Literal of(String text) {
    if (text.matches("-?[0-9]{1,40}")) {
      return new Literal(text, new BigInteger(text));
    }
    if (text.matches("0[xX][0-9a-fA-F]{1,40}")) {
      return new Literal(text, new BigInteger(text.substring(2), 16));
    }
    return new Literal(text, null);
  }

  boolean equalTo(Value value) {
    return switch (value) {
      case Value.Whole whole -> number != null && number.equals(whole(whole));
      case Value.Words words -> text.equals(words.text());
    };
  }

  /** Whether the value is below (-1), equal (0) or above (1): by number if both are, or by text. */
  int compare(Value value) {
    if (number != null) {
      BigDecimal other = decimal(value);
      if (other != null) {
        return other.compareTo(new BigDecimal(number));
      }
    }
    return Integer.signum(value.text().compareTo(text));
  }

  private static BigDecimal decimal(Value value) {
    return switch (value) {
      case Value.Whole whole -> new BigDecimal(whole(whole));
      case Value.Words(String words) ->
          words.length() <= LONGEST_NUMBER && words.matches("-?[0-9]+(\\.[0-9]+)?")
              ? new BigDecimal(words)
              : null;
    };
  }

  private static BigInteger whole(Value.Whole whole) {
    return whole.unsigned()
        ? new BigInteger(Long.toUnsignedString(whole.value()))
        : BigInteger.valueOf(whole.value());
  }

  /** Whether an address is this one; without a port here, its port does not matter. */
  boolean isAddress(Value value) {
    String address = value.text();
    int colon = address.lastIndexOf(':');
    if (address.equals(text) || colon < 0) {
      return address.equals(text);
    }
    String host = address.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return host.equals(text) || bracketed && host.substring(1, host.length() - 1).equals(text);
  }
}
