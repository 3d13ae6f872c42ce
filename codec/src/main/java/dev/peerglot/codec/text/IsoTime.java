// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Times as ISO 8601 in UTC. The years that occur are spelled without the library, because the
 * entries of address messages are little more than times.
 */
public final class IsoTime {
  private static final long YEAR_10000 = 253_402_300_800L;
  private static final byte[] ZEROS = "0000-00-00T00:00:00Z".getBytes(StandardCharsets.ISO_8859_1);
  private static final int DAYS_TO_1970 = 719_468;

  /** A day since 1970, and the text of its first second. */
  private record Day(int number, byte[] midnight) {}

  /** Days that were spelled lately: the times of one capture are of few days. */
  private static final Day[] KNOWN = new Day[64];

  private IsoTime() {}

  /**
   * The text of seconds since 1970: {@code 2009-01-03T18:15:05Z}.
   *
   * @throws java.time.DateTimeException beyond the years that {@link Instant} knows
   */
  public static String seconds(long seconds) {
    return new String(ascii(seconds), StandardCharsets.ISO_8859_1);
  }

  /**
   * The same as ASCII.
   *
   * @throws java.time.DateTimeException beyond the years that {@link Instant} knows
   */
  public static byte[] ascii(long seconds) {
    if (seconds < 0 || seconds >= YEAR_10000) {
      return Instant.ofEpochSecond(seconds).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
    int day = (int) (seconds / 86_400);
    Day known = KNOWN[day & KNOWN.length - 1];
    if (known == null || known.number != day) {
      known = new Day(day, midnight(day));
      KNOWN[day & KNOWN.length - 1] = known;
    }
    int time = (int) (seconds % 86_400);
    byte[] text = known.midnight.clone();
    two(text, 11, time / 3600);
    two(text, 14, time / 60 % 60);
    two(text, 17, time % 60);
    return text;
  }

  private static byte[] midnight(int since1970) {
    // Years begin in March here, so that the leap day is the last (Howard Hinnant's algorithm).
    int days = since1970 + DAYS_TO_1970;
    int era = days / 146_097;
    int day = days - era * 146_097;
    int year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    day -= 365 * year + year / 4 - year / 100;
    int month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5 - 1;
    month = month < 10 ? month + 3 : month - 9;
    year += era * 400 + (month <= 2 ? 1 : 0);
    byte[] text = ZEROS.clone();
    two(text, 0, year / 100);
    two(text, 2, year % 100);
    two(text, 5, month);
    two(text, 8, day);
    return text;
  }

  private static void two(byte[] text, int at, int value) {
    text[at] += (byte) (value / 10);
    text[at + 1] += (byte) (value % 10);
  }
}
