// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Prints events as they come, as JSON lines or as the terminal view. Safe for many threads. */
public final class Printer {
  private final Console console;
  private final Out out = new Out(512);
  private final Records records;
  private final ChatView chat;

  /** A printer on a console; {@code tree} shows all fields with their places on a terminal. */
  public Printer(Console console, boolean tree) {
    this(console, tree, Search.NOTHING);
  }

  /** A printer that says beside each message what was found in it. */
  public Printer(Console console, boolean tree, Search search) {
    this.console = console;
    this.records = new Records(out, search);
    this.chat = new ChatView(console, tree, search);
  }

  /** Prints an event of a live connection. */
  public void live(Stream stream, Event event, Instant when) {
    long nanos = when.getEpochSecond() * 1_000_000_000L + when.getNano();
    print(stream, event, nanos, 6);
    console.flush();
  }

  /** Prints an event if it is wanted: messages and faults always, steps with {@code -v}. */
  public synchronized Fault print(Stream stream, Event event, long nanos, int digits) {
    boolean step = event instanceof Event.Phase || event instanceof Event.Closed;
    if (step && (console.json() ? console.verbosity() == 0 : hidden(event))) {
      return null;
    }
    if (console.json()) {
      out.truncate(0);
      Fault fault = records.write(stream, event, nanos, digits);
      console.bytes(out.array(), 0, out.size());
      return fault;
    }
    byte[] text = chat.show(stream, event, nanos, digits).getBytes(StandardCharsets.UTF_8);
    console.bytes(text, 0, text.length);
    return event instanceof Event.Broken broken ? broken.fault() : null;
  }

  private boolean hidden(Event event) {
    return event instanceof Event.Closed && console.verbosity() == 0;
  }
}
