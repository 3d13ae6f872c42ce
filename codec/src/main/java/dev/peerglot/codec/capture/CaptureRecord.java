// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

/**
 * One record of a capture, seen in place: the reader owns the object and the bytes, and both change
 * with its next call.
 */
public final class CaptureRecord {
  /** What a record is. */
  public enum Kind {
    /** A packet. */
    PACKET,
    /** The content of a pcapng Decryption Secrets Block. */
    SECRETS
  }

  Kind kind = Kind.PACKET;
  byte[] buffer = new byte[0];
  int offset;
  int length;
  int originalLength;
  int linkType;
  long epochNanos;
  int fractionDigits = 6;
  int secretsType;
  long fileOffset;

  CaptureRecord() {}

  /** Returns what this record is. */
  public Kind kind() {
    return kind;
  }

  /** Returns the array that holds the bytes; only the record's own range may be read. */
  public byte[] buffer() {
    return buffer;
  }

  /** Returns the index of the record's first byte in {@link #buffer()}. */
  public int offset() {
    return offset;
  }

  /** Returns the number of bytes that were captured. */
  public int length() {
    return length;
  }

  /** Returns the number of bytes that the packet had on the wire; at least {@link #length()}. */
  public int originalLength() {
    return originalLength;
  }

  /** Returns the LINKTYPE number of a packet (tcpdump.org/linktypes.html). */
  public int linkType() {
    return linkType;
  }

  /** Returns the time of a packet in nanoseconds since 1970 UTC. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Returns how many digits after the second the time is good for: 6 for microseconds, 0 to 9. */
  public int fractionDigits() {
    return fractionDigits;
  }

  /** Returns the secrets type of a Decryption Secrets Block. */
  public int secretsType() {
    return secretsType;
  }

  /** Returns the byte of the (decompressed) file where the record's header starts. */
  public long fileOffset() {
    return fileOffset;
  }
}
