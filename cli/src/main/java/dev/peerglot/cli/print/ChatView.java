// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terminal view: a line a message, like a chat; with {@code -x} the tree of its fields below.
 */
public final class ChatView {
  private static final int MOST_MET = 100_000;

  private final Console console;

  /** In less room than this there is no word about the fields. */
  private static final int LEAST = 16;

  private final boolean tree;
  private final Search search;
  private final Stamp stamp = new Stamp();
  private final Set<String> met = new HashSet<>();

  /** A view on a console; {@code tree} shows fields with their places. */
  public ChatView(Console console, boolean tree) {
    this(console, tree, Search.NOTHING);
  }

  /** A view that says below each message what was found in it. */
  public ChatView(Console console, boolean tree, Search search) {
    this.search = search;
    this.console = console;
    this.tree = tree;
  }

  /**
   * The text of an event, with the end of its last line; returns what is wrong by {@code fault}.
   */
  public String show(Stream stream, Event event, long nanos, int digits) {
    StringBuilder text = new StringBuilder();
    int used = 0;
    if (stream.isConnection()) {
      if (met.size() > MOST_MET) {
        met.clear();
      }
      if (met.add(stream.number() + stream.transport())) {
        heading(text, stream);
      }
      String when = stamp.text(nanos, digits).substring(11, 23) + " #" + stream.number();
      boolean dialer = event.from() == Side.DIALER;
      String arrow = dialer ? console.mark("→", ">") : console.mark("←", "<");
      text.append(Paint.DIM.on(console, when)).append(' ');
      text.append((dialer ? Paint.DIALER : Paint.LISTENER).on(console, arrow)).append(' ');
      used = when.length() + 3;
    }
    switch (event) {
      case Event.Message message -> message(text, message, used);
      case Event.Broken broken -> {
        text.append(Paint.BAD.on(console, broken.size() + " bytes"));
        text.append(": ").append(Paint.safe(broken.fault().why())).append('\n');
      }
      case Event.Phase phase -> {
        String step = Paint.safe(phase.step().name() + facts(phase.step().facts()));
        int room = console.columns() - used;
        text.append(Paint.DIM.on(console, Layout.cut(step, room, console)));
        text.append('\n');
      }
      case Event.Closed closed ->
          text.append(Paint.DIM.on(console, closed.from().word() + " closed")).append('\n');
    }
    return text.toString();
  }

  private void heading(StringBuilder text, Stream stream) {
    String transport = stream.transport();
    String line =
        "#"
            + stream.number()
            + " "
            + stream.network()
            + (transport.isEmpty() ? "" : " " + transport)
            + "  "
            + (stream.knowsSides()
                ? stream.dialer() + console.mark(" → ", " > ") + stream.listener()
                : "with " + stream.dialer() + stream.listener());
    text.append(Paint.NAME.on(console, line)).append('\n');
  }

  private static String facts(Map<String, Object> facts) {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }

  private void message(StringBuilder text, Event.Message message, int used) {
    Tree body =
        tree
            ? Tree.of(message.kind().type(), message.body())
            : Tree.outline(message.kind().type(), message.body());
    String name = message.kind().name();
    String size = " " + message.size() + " B";
    int room = console.columns() - used - name.length() - size.length() - 2;
    text.append(Paint.NAME.on(console, name)).append(Paint.DIM.on(console, size));
    String summary = tree || room < LEAST ? "" : Summary.of(body, room, console);
    if (!summary.isEmpty()) {
      text.append("  ").append(summary);
    }
    text.append('\n');
    if (tree) {
      TreeView.show(text, console, body, message.body());
    }
    search.in(message.kind(), message.body()).ifPresent(found -> matches(text, found));
    Fault fault = message.fault();
    Malformed malformed = body.fault();
    if (fault == null && malformed != null) {
      fault = Fault.of(malformed);
    }
    if (fault != null) {
      text.append("    ").append(Paint.BAD.on(console, "!! " + fault.line())).append('\n');
    }
  }

  private void matches(StringBuilder text, List<String> found) {
    text.append("    ")
        .append(
            found.isEmpty()
                ? Paint.DIM.on(console, "no match")
                : Paint.GOOD.on(console, "matches " + String.join(", ", found)))
        .append('\n');
  }
}
