// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.view.Json;
import java.time.LocalDate;

/** Points in time as ISO 8601 in UTC, without an object each: captures hold millions. */
public final class Stamp {
  private final byte[] text =
      "\"1970-01-01T00:00:00.000000000Z\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private long day = Long.MIN_VALUE;

  /** Nothing written yet. */
  public Stamp() {}

  /**
   * Appends a time as a JSON text.
   *
   * @param nanos nanoseconds since 1970
   * @param digits digits of the fraction, 6 or 9: the precision known
   */
  public void write(Json json, long nanos, int digits) {
    int length = put(nanos, digits);
    json.raw(text, 0, length);
  }

  /** The time without quotes. */
  public String text(long nanos, int digits) {
    int length = put(nanos, digits);
    return new String(text, 1, length - 2, java.nio.charset.StandardCharsets.US_ASCII);
  }

  private int put(long nanos, int digits) {
    long second = Math.floorDiv(nanos, 1_000_000_000L);
    int fraction = (int) Math.floorMod(nanos, 1_000_000_000L);
    long today = Math.floorDiv(second, 86_400L);
    if (today != day) {
      day = today;
      LocalDate date = LocalDate.ofEpochDay(today);
      digits(date.getYear(), 1, 4);
      digits(date.getMonthValue(), 6, 2);
      digits(date.getDayOfMonth(), 9, 2);
    }
    int rest = (int) Math.floorMod(second, 86_400L);
    digits(rest / 3600, 12, 2);
    digits(rest / 60 % 60, 15, 2);
    digits(rest % 60, 18, 2);
    digits(fraction, 21, 9);
    int end = 21 + digits;
    text[end] = 'Z';
    text[end + 1] = '"';
    return end + 2;
  }

  private void digits(int value, int at, int count) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
