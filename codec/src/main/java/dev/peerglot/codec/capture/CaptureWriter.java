// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes conversations as a pcapng capture that other tools read: one section, one interface of raw
 * IP with times in nanoseconds.
 *
 * <p>Each block is written whole and at once, so that a process that is killed leaves a readable
 * file. Safe for use by several threads.
 */
public final class CaptureWriter implements Closeable {
  /**
   * The secrets type of a key log in the text form of this project, "PGLK" in ASCII. It is not
   * registered with the pcapng draft; readers that do not know it pass it over.
   */
  public static final int KEY_LOG_SECRETS = 0x50474c4b;

  private static final int HEADER = 28;
  private static final int TRAILER = 4;
  private static final int MAX_PACKET = 65_535;

  /** Code, length, padded text and the end of options. */
  private static final int MOST_COMMENT = 4 + 256 + 4;

  private static final byte[] NO_COMMENT = new byte[0];

  private final OutputStream out;
  private final byte[] block = new byte[HEADER + MAX_PACKET + 3 + MOST_COMMENT + TRAILER];
  private int conversations;

  /** Starts a capture on a stream, which is closed with the writer. */
  public CaptureWriter(OutputStream out) throws IOException {
    this.out = out;
    writeHeaders();
  }

  /** Starts a capture file; an existing one is replaced. */
  public static CaptureWriter create(Path file) throws IOException {
    return new CaptureWriter(Files.newOutputStream(file));
  }

  /**
   * Writes secrets that open packets which follow.
   *
   * @param type a registered secrets type, or {@link #KEY_LOG_SECRETS}
   * @param secrets for key logs: text lines
   */
  public synchronized void secrets(int type, byte[] secrets) throws IOException {
    int padded = secrets.length + 3 & ~3;
    byte[] bytes = new byte[20 + padded];
    Octets.put32Little(bytes, 8, type);
    Octets.put32Little(bytes, 12, secrets.length);
    System.arraycopy(secrets, 0, bytes, 16, secrets.length);
    write(bytes, 10, bytes.length);
  }

  /**
   * Starts a TCP conversation by writing its handshake.
   *
   * @param dialer the end that dials
   * @param listener the other end, of the same IP version
   * @param epochNanos when the connection was there
   */
  public synchronized WrittenConversation conversation(
      IpPort dialer, IpPort listener, long epochNanos) throws IOException {
    WrittenConversation conversation =
        new WrittenConversation(this, dialer, listener, conversations++);
    conversation.open(epochNanos);
    return conversation;
  }

  /** Writes a UDP datagram of at most 65,487 bytes. */
  public synchronized void datagram(
      IpPort source, IpPort destination, byte[] buffer, int offset, int length, long epochNanos)
      throws IOException {
    int start = PacketWriter.ipHeader(block, HEADER, source, destination, IpPacket.UDP, 8 + length);
    PacketWriter.udp(block, start, source, destination, buffer, offset, length);
    packet(start + 8 + length - HEADER, epochNanos, "");
  }

  /** Writes one TCP segment; {@code comment} is for people, of 256 bytes at most. */
  synchronized void segment(
      IpPort source,
      IpPort destination,
      int sequence,
      int acknowledgment,
      int flags,
      byte[] buffer,
      int offset,
      int length,
      long epochNanos,
      String comment)
      throws IOException {
    int header = PacketWriter.tcpHeaderLength(flags);
    int start =
        PacketWriter.ipHeader(block, HEADER, source, destination, IpPacket.TCP, header + length);
    PacketWriter.tcp(
        block, start, source, destination, sequence, acknowledgment, flags, buffer, offset, length);
    packet(start + header + length - HEADER, epochNanos, comment);
  }

  private void writeHeaders() throws IOException {
    byte[] application = "peerglot".getBytes(StandardCharsets.US_ASCII);
    byte[] section = new byte[28 + 4 + application.length + 4];
    Octets.put32Little(section, 8, 0x1a2b3c4d);
    Octets.put32Little(section, 12, 1);
    // A section length of -1: not known.
    Octets.put64(section, 16, -1);
    option(section, 24, 4, application);
    write(section, PcapngReader.SECTION_HEADER, section.length);

    byte[] description = new byte[20 + 8 + 4];
    Octets.put32Little(description, 8, LinkLayer.RAW);
    option(description, 16, 9, new byte[] {9});
    write(description, 1, description.length);
  }

  /** Code 2, length 2, bytes; the end-of-options mark that follows is zeros. */
  private static void option(byte[] target, int at, int code, byte[] value) {
    Octets.put32Little(target, at, value.length << 16 | code);
    System.arraycopy(value, 0, target, at + 4, value.length);
  }

  /** Writes the packet that was laid into {@link #block} behind the header. */
  private void packet(int length, long epochNanos, String comment) throws IOException {
    int end = HEADER + length;
    int padded = HEADER + (length + 3 & ~3);
    while (end < padded) {
      block[end++] = 0;
    }
    Octets.put32Little(block, 8, 0);
    Octets.put32Little(block, 12, (int) (epochNanos >>> 32));
    Octets.put32Little(block, 16, (int) epochNanos);
    Octets.put32Little(block, 20, length);
    Octets.put32Little(block, 24, length);
    write(block, 6, comment(padded, comment) + TRAILER);
  }

  /** Lays a comment behind the packet, if there is one; returns the index behind it. */
  private int comment(int at, String comment) {
    byte[] text = comment.isEmpty() ? NO_COMMENT : comment.getBytes(StandardCharsets.UTF_8);
    if (text.length == 0 || text.length > MOST_COMMENT - 8) {
      return at;
    }
    int end = at + 4 + (text.length + 3 & ~3) + 4;
    Arrays.fill(block, at, end, (byte) 0);
    option(block, at, 1, text);
    return end;
  }

  private void write(byte[] bytes, int type, int length) throws IOException {
    Octets.put32Little(bytes, 0, type);
    Octets.put32Little(bytes, 4, length);
    Octets.put32Little(bytes, length - 4, length);
    out.write(bytes, 0, length);
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
