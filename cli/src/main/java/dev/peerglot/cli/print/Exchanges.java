// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.protocol.Exchange;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests and their answers: how many were answered, and how soon. */
public final class Exchanges {
  /** Requests of a connection that may wait for their answers; the oldest gives way. */
  private static final int MOST_WAITING = 64;

  private static final int MOST_STREAMS = 100_000;

  /** What is known of one kind of request. */
  public static final class Answers {
    private final Latency latency = new Latency();
    private long requests;

    /** How many requests there were. */
    public long requests() {
      return requests;
    }

    /** The times from request to answer. */
    public Latency latency() {
      return latency;
    }
  }

  private record Waiting(Exchange exchange, Side from, long nanos, byte[] key) {}

  private static final class Open {
    private final List<Waiting> waiting = new ArrayList<>();
    private int ends;
  }

  private final Map<String, List<Exchange>> known = new HashMap<>();
  private final Map<Long, Open> streams = new LinkedHashMap<>();
  private final Map<Exchange, Answers> answers = new LinkedHashMap<>();

  Exchanges() {}

  void message(Stream stream, Event.Message message, long nanos) {
    List<Exchange> exchanges = known.computeIfAbsent(stream.network(), scheme -> exchanges(scheme));
    if (exchanges.isEmpty() || !stream.isConnection()) {
      return;
    }
    Open open = streams.get(stream.number());
    if (open != null) {
      answer(open, message, nanos);
    }
    for (Exchange exchange : exchanges) {
      if (exchange.asks(message.kind())) {
        if (open == null) {
          open = open(stream);
        }
        ask(open, exchange, message, nanos);
      }
    }
  }

  private static List<Exchange> exchanges(String scheme) {
    Protocol protocol = Protocols.ofScheme(scheme).orElse(null);
    return protocol == null
        ? List.of()
        : protocol.messages(Protocols.network(protocol, scheme).orElseThrow()).exchanges();
  }

  private Open open(Stream stream) {
    if (streams.size() >= MOST_STREAMS) {
      Iterator<Long> oldest = streams.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return streams.computeIfAbsent(stream.number(), n -> new Open());
  }

  private void ask(Open open, Exchange exchange, Event.Message message, long nanos) {
    answers.computeIfAbsent(exchange, x -> new Answers()).requests++;
    if (open.waiting.size() == MOST_WAITING) {
      open.waiting.removeFirst();
    }
    open.waiting.add(new Waiting(exchange, message.from(), nanos, exchange.key(message.body())));
  }

  private void answer(Open open, Event.Message message, long nanos) {
    String name = message.kind().name();
    for (int i = 0; i < open.waiting.size(); i++) {
      Waiting each = open.waiting.get(i);
      if (each.from != message.from()
          && each.exchange.answers().contains(name)
          && Arrays.equals(each.key, each.exchange.key(message.body()))) {
        open.waiting.remove(i);
        answers.get(each.exchange).latency.add(nanos - each.nanos);
        return;
      }
    }
  }

  void closed(Stream stream, Event.Closed closed) {
    Open open = streams.get(stream.number());
    if (open != null && ++open.ends == 2) {
      streams.remove(stream.number());
    }
  }

  /** What is known, by request, in the order in which they came first. */
  public Map<Exchange, Answers> all() {
    return answers;
  }
}
