// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Hex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which secrets are known, found by what identifies their owner on the wire. Shared by all
 * connections of a run; safe for many threads.
 */
public final class Secrets {
  /** Things that follow from secrets and are kept. */
  private static final int MOST_DERIVED = 4096;

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final Map<String, Object> derived =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
          return size() > MOST_DERIVED;
        }
      };
  private final List<Consumer<KeyLog.Line>> watchers = new CopyOnWriteArrayList<>();

  /** No secret yet. */
  public Secrets() {}

  /** Learns a secret and tells the watchers. */
  public void add(String label, byte[] first, byte[] secret) {
    KeyLog.Line line = new KeyLog.Line(label, first, secret);
    known.put(key(label, first), secret);
    synchronized (derived) {
      derived.clear();
    }
    for (Consumer<KeyLog.Line> watcher : watchers) {
      watcher.accept(line);
    }
  }

  /** Learns all lines of a key log. */
  public void addAll(List<KeyLog.Line> lines) {
    for (KeyLog.Line line : lines) {
      add(line.label(), line.first(), line.secret());
    }
  }

  /** The secret of that label whose owner shows these bytes on the wire. */
  public Optional<byte[]> find(String label, byte[] first) {
    return Optional.ofNullable(known.get(key(label, first)));
  }

  /**
   * What follows from the secrets and from something seen on the wire: computed once, then kept
   * while there is room and no secret is added. Agreeing on a key costs more than anything else
   * that is done with a connection, and is wanted by who guesses what it is and by who follows it.
   *
   * @param seen names what was seen and what is computed from it
   * @param rule computes it
   */
  @SuppressWarnings("unchecked") // each kind of name stands for one type
  public <T> T derived(String seen, Supplier<T> rule) {
    synchronized (derived) {
      Object kept = derived.get(seen);
      if (kept != null) {
        return (T) kept;
      }
    }
    T computed = rule.get();
    synchronized (derived) {
      derived.put(seen, computed);
    }
    return computed;
  }

  /** Forgets a secret whose connection is over. */
  public void remove(String label, byte[] first) {
    known.remove(key(label, first));
  }

  /** How many secrets are known. */
  public int size() {
    return known.size();
  }

  /** Calls {@code watcher} with each secret learnt from now on, as a key log writer wants. */
  public void watch(Consumer<KeyLog.Line> watcher) {
    watchers.add(watcher);
  }

  private static String key(String label, byte[] first) {
    return label + ' ' + Hex.of(first);
  }
}
