// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps everything that a sink is told, and fails when the calls break their contract. */
final class RecordingSink implements StreamSink {
  /** A hole in the delivered bytes. */
  record Gap(long offset, long bytes) {}

  /** One direction as it was delivered. */
  static final class Side {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final List<Gap> gaps = new ArrayList<>();
    long position;
    Ending ending;

    byte[] bytes() {
      return bytes.toByteArray();
    }

    long missing() {
      return gaps.stream().mapToLong(Gap::bytes).sum();
    }
  }

  /** One connection as it was delivered. */
  static final class Conversation {
    final TcpStream stream;
    final String dialer;
    final String listener;
    final Side fromDialer = new Side();
    final Side fromListener = new Side();

    Conversation(TcpStream stream) {
      this.stream = stream;
      dialer = stream.dialer().text();
      listener = stream.listener().text();
    }

    Side side(boolean dialerSide) {
      return dialerSide ? fromDialer : fromListener;
    }
  }

  record Datagram(String source, String destination, byte[] bytes, int missing, long epochNanos) {}

  record Secret(int type, byte[] bytes) {}

  final Map<Long, Conversation> conversations = new TreeMap<>();
  final List<Datagram> datagrams = new ArrayList<>();
  final List<Secret> secrets = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  Conversation conversation(long number) {
    return conversations.get(number);
  }

  Conversation only() {
    if (conversations.size() != 1) {
      throw new AssertionError(conversations.size() + " conversations instead of one");
    }
    return conversations.values().iterator().next();
  }

  @Override
  public void opened(TcpStream stream) {
    calls.add("opened " + stream.number());
    if (conversations.put(stream.number(), new Conversation(stream)) != null) {
      throw new AssertionError("opened twice: " + stream);
    }
  }

  @Override
  public void data(
      TcpStream stream,
      boolean fromDialer,
      byte[] buffer,
      int offset,
      int length,
      long epochNanos) {
    calls.add("data " + stream.number() + side(fromDialer) + length);
    Side side = open(stream, fromDialer);
    require(length > 0, "empty data");
    side.bytes.write(buffer, offset, length);
    side.position += length;
    check(stream, fromDialer, side);
  }

  @Override
  public void gap(TcpStream stream, boolean fromDialer, long bytes, long epochNanos) {
    calls.add("gap " + stream.number() + side(fromDialer) + bytes);
    Side side = open(stream, fromDialer);
    require(bytes > 0, "empty gap");
    side.gaps.add(new Gap(side.position, bytes));
    side.position += bytes;
    check(stream, fromDialer, side);
  }

  @Override
  public void closed(TcpStream stream, boolean fromDialer, Ending ending, long epochNanos) {
    calls.add("closed " + stream.number() + side(fromDialer) + ending);
    Side side = open(stream, fromDialer);
    side.ending = ending;
    check(stream, fromDialer, side);
  }

  @Override
  public void datagram(
      IpPort source,
      IpPort destination,
      byte[] buffer,
      int offset,
      int length,
      int missing,
      long epochNanos) {
    byte[] bytes = java.util.Arrays.copyOfRange(buffer, offset, offset + length);
    datagrams.add(new Datagram(source.text(), destination.text(), bytes, missing, epochNanos));
  }

  @Override
  public void secrets(int type, byte[] buffer, int offset, int length) {
    secrets.add(new Secret(type, java.util.Arrays.copyOfRange(buffer, offset, offset + length)));
  }

  /** Fails when a conversation was not closed on both sides. */
  void requireAllClosed() {
    for (Conversation c : conversations.values()) {
      require(c.fromDialer.ending != null, c.stream + " not closed by the dialer's side");
      require(c.fromListener.ending != null, c.stream + " not closed by the listener's side");
    }
  }

  private static String side(boolean fromDialer) {
    return fromDialer ? " > " : " < ";
  }

  private Side open(TcpStream stream, boolean fromDialer) {
    Conversation conversation = conversations.get(stream.number());
    require(conversation != null, "not opened: " + stream);
    Side side = conversation.side(fromDialer);
    require(side.ending == null, "called after closed: " + stream);
    return side;
  }

  private static void check(TcpStream stream, boolean fromDialer, Side side) {
    TcpDirection direction = stream.direction(fromDialer);
    require(direction.position() == side.position, "position");
    require(direction.captured() == side.bytes.size(), "captured");
    require(direction.missing() == side.missing(), "missing");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
