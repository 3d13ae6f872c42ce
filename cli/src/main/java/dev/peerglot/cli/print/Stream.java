// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.view.Json;

/**
 * The connection that records belong to. What all records of one side have in common is made once:
 * captures hold millions.
 */
public final class Stream {
  private final long number;
  private final String dialer;
  private final String listener;
  private final String network;
  private final String transport;
  private volatile byte[] dialerHead;
  private volatile byte[] listenerHead;

  /**
   * A connection.
   *
   * @param number its number in this run; -1 for bytes that were taken out of their connection
   * @param dialer the dialling end, {@code ip:port}; empty where it is not known
   * @param listener the listening end
   * @param network the network's scheme
   * @param transport which of the network's transports is spoken; empty where there is one
   */
  public Stream(long number, String dialer, String listener, String network, String transport) {
    this.number = number;
    this.dialer = dialer;
    this.listener = listener;
    this.network = network;
    this.transport = transport;
  }

  /** Where bytes belong that were taken out of their connection. */
  public static Stream none(String network) {
    return new Stream(-1, "", "", network, "");
  }

  /** The same connection, now that its transport is known. */
  public Stream over(String other) {
    return new Stream(number, dialer, listener, network, other);
  }

  /** Its number in this run, or -1. */
  public long number() {
    return number;
  }

  /** Whether there is a connection. */
  public boolean isConnection() {
    return number >= 0;
  }

  /** The dialling end, or an empty text. */
  public String dialer() {
    return dialer;
  }

  /** The listening end, or an empty text. */
  public String listener() {
    return listener;
  }

  /** The end that sent what comes from a side. */
  public String source(Side from) {
    return from == Side.DIALER ? dialer : listener;
  }

  /** The end that got what comes from a side. */
  public String destination(Side from) {
    return from == Side.DIALER ? listener : dialer;
  }

  /** Whether it is known who dialled. */
  public boolean knowsSides() {
    return !dialer.isEmpty() && !listener.isEmpty();
  }

  /** The network's scheme. */
  public String network() {
    return network;
  }

  /** Which of the network's transports is spoken; empty where there is one. */
  public String transport() {
    return transport;
  }

  /** The members from {@code stream} to {@code transport} of what a side says, as JSON. */
  byte[] head(Side from) {
    byte[] head = from == Side.DIALER ? dialerHead : listenerHead;
    if (head == null) {
      head = makeHead(from);
      if (from == Side.DIALER) {
        dialerHead = head;
      } else {
        listenerHead = head;
      }
    }
    return head;
  }

  private byte[] makeHead(Side from) {
    Out out = new Out(160);
    Json json = new Json(out);
    json.object();
    if (isConnection()) {
      json.key("stream").number(number);
      if (knowsSides()) {
        json.key("from").text(from.word());
      }
      member(json, "src", source(from));
      member(json, "dst", destination(from));
    }
    json.key("network").text(network);
    member(json, "transport", transport);
    return java.util.Arrays.copyOfRange(out.array(), 1, out.size());
  }

  private static void member(Json json, String key, String text) {
    if (!text.isEmpty()) {
      json.key(key).text(text);
    }
  }
}
