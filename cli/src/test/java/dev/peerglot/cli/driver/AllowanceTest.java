// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** All tries of a visit share its time. */
class AllowanceTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static Allowance allowance(String connect, String handshake, String whole) {
    return new Allowance(
        new Dialler.Settings(
            duration(connect), duration(handshake), duration(whole), null, null, null),
        BEGIN);
  }

  private static Duration duration(String seconds) {
    return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static Instant at(long seconds) {
    return BEGIN.plusSeconds(seconds);
  }

  @Test
  void theFirstWayHasHalfOfTheTimeAndTheSecondTheRest() {
    Allowance time = allowance("5", null, "20");
    assertEquals(Duration.ofSeconds(5), time.connect(BEGIN));
    time.connected(at(2));
    assertEquals(at(11), time.until(false, true));
    assertEquals(at(20), time.until(false, false), "heard, or no other way");
    assertEquals(Duration.ofSeconds(5), time.connect(at(11)));
    time.connected(at(12));
    assertEquals(at(20), time.until(false, false));
    assertEquals(at(20), time.until(true, false));
    assertEquals(Duration.ofSeconds(2), time.connect(at(18)));
    assertEquals(Duration.ZERO, time.connect(at(21)));
  }

  @Test
  void theTimeForTheHandshakeRunsOnceToo() {
    Allowance time = allowance("5", "8", "20");
    time.connected(at(2));
    assertEquals(at(6), time.until(false, true));
    assertEquals(at(10), time.until(false, false));
    assertEquals(at(20), time.until(true, false));
    time.connected(at(6));
    assertEquals(at(10), time.until(false, false));
  }

  @Test
  void theWholeEndsAHandshakeThatMayTakeLonger() {
    Allowance time = allowance("5", "60", "20");
    time.connected(at(0));
    assertEquals(at(20), time.until(false, false));
  }

  @Test
  void withoutLimitsThereIsNoEnd() {
    Allowance time = allowance("5", null, null);
    time.connected(at(0));
    assertNull(time.until(false, true));
    assertNull(time.until(true, false));
    assertEquals(Duration.ofSeconds(5), time.connect(at(1000)));
  }
}
