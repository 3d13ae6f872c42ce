// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what comes by, in the order of the capture. */
public final class Tally {
  /** Names that are told apart: peers may make up any number of commands and addresses. */
  private static final int MOST_NAMES = 10_000;

  private static final String OTHERS = "(other)";

  /** Messages and their bytes on the wire. */
  public static final class Count {
    private long messages;
    private long bytes;

    private void add(long size) {
      messages++;
      bytes += size;
    }

    /** How many messages. */
    public long messages() {
      return messages;
    }

    /** How many bytes on the wire. */
    public long bytes() {
      return bytes;
    }
  }

  private final Map<String, Count> types = new HashMap<>();
  private final Map<String, Count> peers = new HashMap<>();
  private final Exchanges exchanges;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long shown;
  private long faults;
  private long locked;

  /** Nothing counted yet; {@code closely}: also peers, and requests with their answers. */
  public Tally(boolean closely) {
    exchanges = closely ? new Exchanges() : null;
  }

  /** Counts an event. */
  public void count(Stream stream, Event event, long nanos) {
    if (event instanceof Event.Message message) {
      count(types, message.kind().name()).add(message.size());
      if (exchanges != null) {
        firstNanos = Math.min(firstNanos, nanos);
        lastNanos = Math.max(lastNanos, nanos);
        count(peers, peer(stream, message)).add(message.size());
        exchanges.message(stream, message, nanos);
      }
    } else if (event instanceof Event.Closed closed && exchanges != null) {
      exchanges.closed(stream, closed);
    }
  }

  private static Count count(Map<String, Count> counts, String name) {
    Count count = counts.get(name);
    if (count == null) {
      String kept = counts.size() < MOST_NAMES ? name : OTHERS;
      count = counts.computeIfAbsent(kept, n -> new Count());
    }
    return count;
  }

  /** Who sent it; of a dialer without its port, which is another one each time. */
  private static String peer(Stream stream, Event.Message message) {
    String source = stream.source(message.from());
    boolean passing = source.equals(stream.dialer());
    return passing ? source.substring(0, Math.max(0, source.lastIndexOf(':'))) : source;
  }

  /** Counts a direction that stayed locked, if that is what an event says. */
  public void lock(Event event) {
    if (event instanceof Event.Broken broken) {
      locked += broken.fault().blame() == Fault.Blame.KEYS ? 1 : 0;
    }
  }

  /** Counts messages that were shown, and records with a fault among them. */
  public void shown(long messages, long withFault) {
    shown += messages;
    faults += withFault;
  }

  /** How many messages were shown. */
  public long shown() {
    return shown;
  }

  /** What there was of each name, in the order of names. */
  public Map<String, Count> types() {
    return new TreeMap<>(types);
  }

  /** What each peer sent; empty unless counted closely. */
  public Map<String, Count> peers() {
    return new TreeMap<>(peers);
  }

  /** Requests and their answers; null unless counted closely. */
  public Exchanges exchanges() {
    return exchanges;
  }

  /** How many messages in all. */
  public long messages() {
    return types.values().stream().mapToLong(Count::messages).sum();
  }

  /** Time from the first to the last message, in nanoseconds. */
  public long span() {
    return Math.max(0, lastNanos - firstNanos);
  }

  /** How many records have a fault. */
  public long faults() {
    return faults;
  }

  /** How many directions stayed locked for want of a key. */
  public long locked() {
    return locked;
  }
}
