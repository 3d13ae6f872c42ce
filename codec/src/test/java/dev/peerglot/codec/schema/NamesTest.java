// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NamesTest {
  private static final Names FLAGS = Names.bits().on(0, "NETWORK").on(3, "WITNESS").on(63, "LAST");
  private static final Names VALUES = Names.values().on(1, "TX").on(2, "BLOCK");

  @Test
  void whatIsShownOfBitsIsRead() {
    for (long value : new long[] {1, 8, 9, 1L << 17 | 1, Long.MIN_VALUE, -1, 0x1234_5678_9abcL}) {
      assertEquals(value, FLAGS.number(String.join("|", FLAGS.list(value))));
      assertEquals(value, FLAGS.number(String.join(" | ", FLAGS.list(value))));
    }
    assertEquals(List.of("NETWORK", "bit 17"), FLAGS.list(1L << 17 | 1));
  }

  @Test
  void lettersMayBeSmall() {
    assertEquals(9, FLAGS.number("network|Witness"));
    assertEquals(2, VALUES.number("block"));
  }

  @Test
  void otherWordsStandForNothing() {
    for (String text : List.of("", "|", "NETWORK|", "NETWORK|X", "bit 64", "bit -1", "bit")) {
      assertNull(FLAGS.number(text), text);
    }
    assertNull(VALUES.number("TX|BLOCK"));
    assertNull(VALUES.number("bit 1"));
  }
}
