// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;

/**
 * One TCP connection that is being written to a capture: what each side said, dressed up as
 * segments with right sequence numbers and acknowledgments. Safe for use by two threads.
 */
public final class WrittenConversation {
  /** Payload of one segment: with the headers it stays below the 64 KiB of IPv4. */
  private static final int MAX_SEGMENT = 65_400;

  /** Unacknowledged bytes after which the receiver is made to acknowledge. */
  private static final int ACKNOWLEDGE_EVERY = 1 << 20;

  private static final byte[] NONE = new byte[0];

  private static final class Sender {
    private final IpPort address;
    private int next;
    private int acknowledged;
    private boolean over;

    private Sender(IpPort address, int initial) {
      this.address = address;
      this.next = initial;
      this.acknowledged = initial;
    }
  }

  private final CaptureWriter writer;
  private final Sender dialer;
  private final Sender listener;

  WrittenConversation(CaptureWriter writer, IpPort dialer, IpPort listener, int number) {
    if (dialer.isIpv6() != listener.isIpv6()) {
      throw new IllegalArgumentException("a conversation between IPv4 and IPv6");
    }
    this.writer = writer;
    // Sequence numbers differ from one conversation to the next, so that a port may be used again.
    this.dialer = new Sender(dialer, number * 64_000_000);
    this.listener = new Sender(listener, number * 64_000_000 + 32_000_000);
  }

  synchronized void open(long epochNanos) throws IOException {
    send(dialer, TcpStreams.SYN, NONE, 0, 0, epochNanos);
    dialer.next++;
    send(listener, TcpStreams.SYN | TcpStreams.ACK, NONE, 0, 0, epochNanos);
    listener.next++;
    send(dialer, TcpStreams.ACK, NONE, 0, 0, epochNanos);
  }

  /** Writes bytes that one side sent; any number. */
  public void data(boolean fromDialer, byte[] buffer, int offset, int length, long epochNanos)
      throws IOException {
    data(fromDialer, buffer, offset, length, epochNanos, "");
  }

  /**
   * The same with a comment on the first packet, which tools show to people.
   *
   * @param comment left out if empty or above 256 bytes
   */
  public synchronized void data(
      boolean fromDialer, byte[] buffer, int offset, int length, long epochNanos, String comment)
      throws IOException {
    Sender sender = fromDialer ? dialer : listener;
    if (sender.over) {
      throw new IllegalStateException("data after the end of its direction");
    }
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, MAX_SEGMENT);
      String words = done == 0 ? comment : "";
      send(sender, TcpStreams.ACK | 8, buffer, offset + done, part, epochNanos, words);
      sender.next += part;
      done += part;
      if (sender.next - sender.acknowledged >= ACKNOWLEDGE_EVERY) {
        send(fromDialer ? listener : dialer, TcpStreams.ACK, NONE, 0, 0, epochNanos);
      }
    }
  }

  /** Leaves out bytes that one side sent but that are not known. */
  public synchronized void gap(boolean fromDialer, long bytes) {
    Sender sender = fromDialer ? dialer : listener;
    sender.next += (int) bytes;
  }

  /** Writes the orderly end of one direction (FIN), unless it is over. */
  public synchronized void finish(boolean fromDialer, long epochNanos) throws IOException {
    Sender sender = fromDialer ? dialer : listener;
    if (!sender.over) {
      send(sender, TcpStreams.FIN | TcpStreams.ACK, NONE, 0, 0, epochNanos);
      sender.next++;
      sender.over = true;
      if (dialer.over && listener.over) {
        send(fromDialer ? listener : dialer, TcpStreams.ACK, NONE, 0, 0, epochNanos);
      }
    }
  }

  /** Writes that one side broke the connection off (RST), unless it is over. */
  public synchronized void reset(boolean fromDialer, long epochNanos) throws IOException {
    if (!dialer.over || !listener.over) {
      Sender sender = fromDialer ? dialer : listener;
      send(sender, TcpStreams.RST | TcpStreams.ACK, NONE, 0, 0, epochNanos);
      dialer.over = true;
      listener.over = true;
    }
  }

  private void send(
      Sender sender, int flags, byte[] buffer, int offset, int length, long epochNanos)
      throws IOException {
    send(sender, flags, buffer, offset, length, epochNanos, "");
  }

  private void send(
      Sender sender,
      int flags,
      byte[] buffer,
      int offset,
      int length,
      long epochNanos,
      String comment)
      throws IOException {
    Sender receiver = sender == dialer ? listener : dialer;
    boolean acknowledges = (flags & TcpStreams.ACK) != 0;
    if (acknowledges) {
      receiver.acknowledged = receiver.next;
    }
    writer.segment(
        sender.address,
        receiver.address,
        sender.next,
        acknowledges ? receiver.next : 0,
        flags,
        buffer,
        offset,
        length,
        epochNanos,
        comment);
  }
}
