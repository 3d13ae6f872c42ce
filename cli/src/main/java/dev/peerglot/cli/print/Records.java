// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Substream;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.Json;
import dev.peerglot.codec.view.JsonSink;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Message records as JSON lines: the shape that docs/records.md promises. For one thread at a time.
 */
public final class Records {
  private static final byte[] TIME = Json.ready("time");
  private static final byte[] AT = Json.ready("at");
  private static final byte[] SIZE = Json.ready("size");
  private static final byte[] MESSAGE = Json.ready("message");
  private static final byte[] FIELDS = Json.ready("fields");

  private final Stamp stamp = new Stamp();
  private final Json json;
  private final JsonSink sink;
  private final Search search;

  /** Appends records to an output. */
  public Records(Out out) {
    this(out, Search.NOTHING);
  }

  /** Appends records that say what was found in them. */
  public Records(Out out, Search search) {
    this.search = search;
    json = new Json(out);
    sink = new JsonSink(json);
  }

  /** From now on hands over text of giant records before they are complete; null: no more. */
  public void drain(Json.Drain taker, int size) {
    json.drain(taker, size);
  }

  /**
   * Appends the record of an event and the end of its line.
   *
   * @param stream the connection
   * @param nanos when, in nanoseconds since 1970
   * @param digits the precision of {@code nanos}: 6 or 9 digits
   * @return what is wrong with it, or null
   */
  public Fault write(Stream stream, Event event, long nanos, int digits) {
    json.start().object();
    if (stream.isConnection()) {
      json.rawKey(TIME);
      stamp.write(json, nanos, digits);
    }
    byte[] head = stream.head(event.from());
    json.raw(head, 0, head.length);
    if (event instanceof Event.Message message && message.substream() != null) {
      substream(json, message.substream());
    }
    json.rawKey(AT).number(event.at());
    json.rawKey(SIZE).number(event.size());
    Fault fault = event instanceof Event.Message message ? message(message) : step(event);
    if (fault != null) {
      fault(json, fault);
    }
    json.end();
    json.out().u8('\n');
    return fault;
  }

  /**
   * What is no message. Apart from messages because Java builds a switch over types when it is
   * first reached, which takes as long as decoding a message does.
   */
  private Fault step(Event event) {
    return switch (event) {
      case Event.Message message -> message(message);
      case Event.Broken broken -> broken.fault();
      case Event.Phase phase -> {
        json.key("phase").text(phase.step().name());
        json.key("fields");
        facts(json, phase.step().facts());
        yield null;
      }
      case Event.Closed closed -> {
        json.key("phase").text("closed");
        yield null;
      }
    };
  }

  private static void substream(Json json, Substream substream) {
    json.key("substream").number(substream.number());
    json.key("protocol").text(substream.protocol());
  }

  private Fault message(Event.Message message) {
    json.rawKey(MESSAGE).text(message.kind().name());
    json.rawKey(FIELDS);
    Malformed malformed = Body.write(message.kind().type(), message.body(), sink);
    search.in(message.kind(), message.body()).ifPresent(found -> matches(json, found));
    return message.fault() != null || malformed == null ? message.fault() : Fault.of(malformed);
  }

  private static void matches(Json json, List<String> found) {
    json.key("matches");
    value(json, found);
  }

  private static void fault(Json json, Fault fault) {
    json.key("fault").object();
    json.key("blame").text(fault.blame().word());
    json.key("why").text(fault.why());
    if (!fault.path().isEmpty()) {
      json.key("path").text(fault.path());
    }
    if (fault.at() >= 0) {
      json.key("at").number(fault.at());
    }
    json.end();
  }

  /** Writes facts as an object: texts, numbers, truths, lists of those. */
  public static void facts(Json json, Map<String, Object> facts) {
    json.object();
    facts.forEach(
        (name, value) -> {
          json.key(name);
          value(json, value);
        });
    json.end();
  }

  /** Writes one fact. */
  static void value(Json json, Object value) {
    switch (value) {
      case Boolean truth -> json.bool(truth);
      case Long number -> json.number(number);
      case Integer number -> json.number(number);
      case BigInteger number -> json.digits(number.toString());
      case List<?> list -> {
        json.list();
        list.forEach(item -> value(json, item));
        json.end();
      }
      default -> json.text(value.toString());
    }
  }
}
