// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.print.Console;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connections of a shell; the current one is whom words without a peer are for. */
final class Session implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<Long, Connection> connections = new TreeMap<>();
  private long next;
  private Connection current;

  /** The number of the next connection. */
  synchronized long number() {
    return next++;
  }

  /** Adds one, which becomes the current one. */
  synchronized void add(Connection connection) {
    connections.put(connection.number(), connection);
    current = connection;
  }

  /** Takes one out that is over. */
  synchronized void remove(Connection connection) {
    connections.remove(connection.number());
    if (current == connection) {
      current = connections.values().stream().reduce((one, other) -> other).orElse(null);
    }
  }

  /** The current one, or null. */
  synchronized Connection current() {
    return current;
  }

  /** The current one; a line that needs one fails without. */
  Connection needed() {
    Connection connection = current();
    if (connection == null) {
      throw Usage.wrong("no peer is connected; write connect NETWORK://HOST[:PORT]");
    }
    return connection;
  }

  /** The one with that number, written {@code 2} or {@code #2}. */
  synchronized Connection get(String word) {
    try {
      long number = Long.parseLong(word.startsWith("#") ? word.substring(1) : word);
      Connection connection = connections.get(number);
      if (connection != null) {
        return connection;
      }
    } catch (NumberFormatException e) {
      throw Usage.wrong("'" + word + "' is no number of a connection; see peers");
    }
    throw Usage.wrong("there is no connection " + word + "; see peers");
  }

  /** Makes another one the current one. */
  void use(String word) {
    Connection connection = get(word);
    synchronized (this) {
      current = connection;
    }
  }

  /** All of them, in the order of their numbers. */
  synchronized List<Connection> all() {
    return new ArrayList<>(connections.values());
  }

  /** Prints a line a connection. */
  void list(Console console) {
    for (Connection connection : all()) {
      console.line((connection == current() ? "* " : "  ") + connection);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      for (Connection connection : all()) {
        connection.close(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
