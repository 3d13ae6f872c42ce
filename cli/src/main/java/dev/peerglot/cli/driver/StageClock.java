// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Notes when each stage of a conversation is over, and passes everything on. */
final class StageClock implements Talk.Watcher {
  private final Talk.Watcher next;
  private final Findings findings;
  private final Map<Findings.Stage, Long> over = new EnumMap<>(Findings.Stage.class);
  private final long begin = System.nanoTime();

  StageClock(Talk.Watcher next, Findings findings) {
    this.next = next;
    this.findings = findings;
  }

  @Override
  public void event(Talk talk, Event event, Instant when) {
    note();
    next.event(talk, event, when);
  }

  /** A watcher of another connection of the conversation that notes stages here as well. */
  Talk.Watcher beside(Talk.Watcher watcher) {
    StageClock clock = this;
    return new Talk.Watcher() {
      @Override
      public void event(Talk talk, Event event, Instant when) {
        clock.note();
        watcher.event(talk, event, when);
      }

      @Override
      public void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {
        watcher.bytes(from, bytes, offset, length, when);
      }

      @Override
      public void ended(Side from, boolean orderly, Instant when) {
        watcher.ended(from, orderly, when);
      }
    };
  }

  private void note() {
    for (Findings.Stage stage : findings.stages()) {
      over.putIfAbsent(stage, System.nanoTime());
    }
  }

  @Override
  public void begun(Talk talk) {
    next.begun(talk);
  }

  @Override
  public void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {
    next.bytes(from, bytes, offset, length, when);
  }

  @Override
  public void ended(Side from, boolean orderly, Instant when) {
    next.ended(from, orderly, when);
  }

  /** Nanoseconds that each stage took, in their order. */
  Map<String, Long> timings() {
    note();
    Map<String, Long> timings = new LinkedHashMap<>();
    long last = begin;
    for (Map.Entry<Findings.Stage, Long> stage : over.entrySet()) {
      timings.put(stage.getKey().name().toLowerCase(Locale.ROOT), stage.getValue() - last);
      last = stage.getValue();
    }
    return timings;
  }
}
