// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Tree;
import java.util.Map;

/**
 * The terminal view: a line a message, like a chat; with {@code -x} the tree of its fields below.
 */
public final class ChatView {
  private final Console console;
  private final boolean tree;
  private final Stamp stamp = new Stamp();
  private long lastStream = -1;

  /** A view on a console; {@code tree} shows fields with their places. */
  public ChatView(Console console, boolean tree) {
    this.console = console;
    this.tree = tree;
  }

  /**
   * The text of an event, with the end of its last line; returns what is wrong by {@code fault}.
   */
  public String show(Stream stream, Event event, long nanos, int digits) {
    StringBuilder text = new StringBuilder();
    if (stream.isConnection()) {
      if (stream.number() != lastStream) {
        lastStream = stream.number();
        heading(text, stream);
      }
      String time = stamp.text(nanos, digits);
      text.append(Paint.DIM.on(console, time.substring(11, 23))).append(' ');
      boolean dialer = event.from() == Side.DIALER;
      text.append(dialer ? Paint.DIALER.on(console, "→") : Paint.LISTENER.on(console, "←"));
      text.append(' ');
    }
    switch (event) {
      case Event.Message message -> message(text, message, stream.isConnection() ? 15 : 0);
      case Event.Broken broken -> {
        text.append(Paint.BAD.on(console, broken.size() + " bytes"));
        text.append(": ").append(Paint.safe(broken.fault().why())).append('\n');
      }
      case Event.Phase phase -> {
        text.append(Paint.DIM.on(console, phase.step().name() + facts(phase.step().facts())));
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
                ? stream.dialer() + " → " + stream.listener()
                : "with " + stream.dialer() + stream.listener());
    text.append(Paint.NAME.on(console, line)).append('\n');
  }

  private static String facts(Map<String, Object> facts) {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }

  private void message(StringBuilder text, Event.Message message, int used) {
    Tree body = Tree.of(message.kind().type(), message.body());
    String name = message.kind().name();
    String size = " " + message.size() + " B";
    int room = console.columns() - used - name.length() - size.length() - 2;
    text.append(Paint.NAME.on(console, name)).append(Paint.DIM.on(console, size));
    if (!tree) {
      text.append("  ").append(Paint.safe(Summary.of(body, Math.max(20, room))));
    }
    text.append('\n');
    if (tree) {
      TreeView.show(text, console, body, message.body());
    }
    Fault fault = message.fault();
    Malformed malformed = body.fault();
    if (fault == null && malformed != null) {
      fault = Fault.of(malformed);
    }
    if (fault != null) {
      text.append("    ").append(Paint.BAD.on(console, "!! " + fault.line())).append('\n');
    }
  }
}
