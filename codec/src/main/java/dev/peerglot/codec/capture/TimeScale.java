// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * The unit and origin of a pcapng interface's clock.
 *
 * @param resolution the option if_tsresol: 10^-n seconds, or with the top bit set 2^-n seconds
 * @param offsetSeconds the option if_tsoffset: seconds to add
 */
record TimeScale(int resolution, long offsetSeconds) {
  /** Microseconds since 1970: what an interface without options means. */
  static final TimeScale MICROSECONDS = new TimeScale(6, 0);

  private static final long SECOND = 1_000_000_000L;
  private static final long[] TEN = new long[19];

  static {
    TEN[0] = 1;
    for (int i = 1; i < TEN.length; i++) {
      TEN[i] = TEN[i - 1] * 10;
    }
  }

  /** Returns the digits after the second that the clock tells, at most 9. */
  int fractionDigits() {
    int exponent = resolution & 0x7f;
    return (resolution & 0x80) == 0
        ? Math.min(exponent, 9)
        : Math.min((int) Math.ceil(exponent * 0.30103), 9);
  }

  /** Converts 64 unsigned bits of clock to nanoseconds since 1970; out-of-range times saturate. */
  long nanos(long units) {
    int exponent = resolution & 0x7f;
    long seconds;
    long rest;
    if ((resolution & 0x80) != 0) {
      seconds = exponent > 63 ? 0 : units >>> exponent;
      long fraction = exponent > 63 ? units : units & ((1L << exponent) - 1);
      rest = binaryFraction(fraction, exponent);
    } else if (exponent <= 9) {
      seconds = Long.divideUnsigned(units, TEN[exponent]);
      rest = Long.remainderUnsigned(units, TEN[exponent]) * TEN[9 - exponent];
    } else {
      long nanos = exponent - 9 >= TEN.length ? 0 : Long.divideUnsigned(units, TEN[exponent - 9]);
      seconds = nanos / SECOND;
      rest = nanos % SECOND;
    }
    long whole = seconds + offsetSeconds;
    if (whole > Long.MAX_VALUE / SECOND - 1 || seconds < 0) {
      return Long.MAX_VALUE;
    }
    return whole < Long.MIN_VALUE / SECOND + 1 ? Long.MIN_VALUE : whole * SECOND + rest;
  }

  /** Returns fraction * 10^9 / 2^exponent. */
  private static long binaryFraction(long fraction, int exponent) {
    long high = Math.unsignedMultiplyHigh(fraction, SECOND);
    long low = fraction * SECOND;
    if (exponent == 0) {
      return 0;
    }
    if (exponent < 64) {
      return high << (64 - exponent) | low >>> exponent;
    }
    return exponent >= 128 ? 0 : high >>> (exponent - 64);
  }
}
