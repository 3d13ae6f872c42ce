// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.JsonTokens;

/**
 * Whole numbers in the message's own JSON text, in the range of Rust's integers. A fraction, an
 * exponent or quotes are refused, as serde_json refuses them.
 */
public final class JsonNumbers {
  /** Up to 64 bits without a sign: Rust's {@code u64}, and {@code usize} on a 64-bit machine. */
  public static final Whole<Long> u64 =
      new Whole<>(
          "u64",
          64,
          false,
          1,
          in -> JsonTokens.whole(in, 64, false),
          (out, value) -> out.utf8(Long.toUnsignedString(value)),
          value -> value);

  /** 32 bits with a sign. */
  public static final Whole<Integer> i32 =
      new Whole<>(
          "i32",
          32,
          true,
          1,
          in -> JsonTokens.whole(in, 32, true),
          (out, value) -> out.utf8(Integer.toString((int) value)),
          Long::intValue);

  private JsonNumbers() {}
}
