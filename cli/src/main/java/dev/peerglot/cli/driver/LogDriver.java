// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.capture.CaptureFault;
import dev.peerglot.codec.protocol.MessageLog;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Reads the files in which nodes record messages, all of them as one in the order of time. */
public final class LogDriver {
  private final EventPipe pipe;
  private final Totals totals;
  private final Interrupt interrupt;
  private CaptureFault fault;
  private long next;

  /** A driver that hands messages on. */
  public LogDriver(EventPipe pipe, Totals totals, Interrupt interrupt) {
    this.pipe = pipe;
    this.totals = totals;
    this.interrupt = interrupt;
  }

  /**
   * Reads to the end of all files; a file that breaks does not stop the others, but its fault is
   * thrown at the end.
   *
   * @param first the number of the first connection
   */
  public void read(List<LogFile> files, long first) throws IOException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    PriorityQueue<LogFile> open =
        new PriorityQueue<>(
            Comparator.<LogFile>comparingLong(file -> file.entry().nanos())
                .thenComparingLong(file -> file.label().number()));
    for (LogFile file : files) {
      file.number(numbers.computeIfAbsent(file.connection(), c -> first + numbers.size()));
      advance(file, open);
    }
    while (!open.isEmpty() && !interrupt.isAsked() && !pipe.isBroken()) {
      LogFile file = open.remove();
      put(file);
      advance(file, open);
    }
    next = first + numbers.size();
    balance(files, numbers);
    if (fault != null) {
      throw fault;
    }
  }

  private void advance(LogFile file, PriorityQueue<LogFile> open) throws IOException {
    try {
      if (file.advance()) {
        open.add(file);
        return;
      }
    } catch (CaptureFault e) {
      if (fault == null) {
        fault = e;
      } else {
        fault.addSuppressed(e);
      }
    }
    file.close();
  }

  private void put(LogFile file) {
    MessageLog.Entry entry = file.entry();
    Event event =
        new Event.Message(
            file.from(), file.at(), entry.size(), entry.kind(), entry.body(), null, null);
    pipe.put(file.label(), event, entry.nanos(), 6);
  }

  private void balance(List<LogFile> files, Map<String, Long> numbers) throws IOException {
    Map<String, Balance> connections = new LinkedHashMap<>();
    numbers.keySet().forEach(connection -> connections.put(connection, Balance.ZERO));
    for (LogFile file : files) {
      connections.merge(file.connection(), file.balance(), Balance::plus);
    }
    connections.values().forEach(totals::known);
  }

  /** The number after that of the last connection. */
  public long next() {
    return next;
  }
}
