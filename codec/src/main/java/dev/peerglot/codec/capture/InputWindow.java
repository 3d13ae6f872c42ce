// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window onto an input stream: a large buffer whose head moves on while callers parse in place.
 *
 * <p>It never waits for more bytes than it was asked for, so that a growing file or a pipe is read
 * as it comes. Compressed content is recognised and decompressed; offsets then are those of the
 * content. 256 KiB are small enough to stay in the second-level cache between reading and parsing;
 * the buffer grows only for a larger record.
 */
final class InputWindow implements Closeable {
  private static final int SIZE = 256 * 1024;

  /**
   * Decompressors may fill all that they are asked for before they return, and lose it where the
   * data breaks; so they are asked for little.
   */
  private static final int SLICE = 8 * 1024;

  private final PeekedInput in;
  private final Compression compression;
  private final String name;
  private InputStream content;
  private byte[] buffer = new byte[SIZE];
  private int position;
  private int limit;
  private long base;
  private boolean ended;

  InputWindow(InputStream in, String name) throws IOException {
    this.in = new PeekedInput(in, Compression.PEEK);
    this.compression = Compression.of(this.in.first(), this.in.firstLength());
    this.name = name;
  }

  byte[] buffer() {
    return buffer;
  }

  int position() {
    return position;
  }

  /** Returns how many bytes are there without reading. */
  int available() {
    return limit - position;
  }

  /** Returns the offset in the stream of the byte at {@link #position()}. */
  long offset() {
    return base + position;
  }

  String name() {
    return name;
  }

  void skip(int count) {
    position += count;
  }

  /**
   * Makes {@code count} bytes available from the position on; false where the stream ends first.
   */
  boolean ensure(int count) throws IOException {
    return limit - position >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      base += position;
      limit -= position;
      position = 0;
    }
    while (limit < count) {
      if (ended) {
        return false;
      }
      if (limit == buffer.length) {
        // Doubling keeps a claimed but absent length from costing memory.
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int read = read();
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
    }
    return true;
  }

  /**
   * Passes over bytes that may be more than the buffer holds; false where the stream ends first.
   */
  boolean discard(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (!ensure(1)) {
        return false;
      }
      int step = (int) Math.min(left, limit - position);
      position += step;
      left -= step;
    }
    return true;
  }

  private int read() throws IOException {
    if (compression == Compression.NONE) {
      return in.read(buffer, limit, buffer.length - limit);
    }
    try {
      if (content == null) {
        content = compression.open(in);
      }
      return content.read(buffer, limit, Math.min(SLICE, buffer.length - limit));
    } catch (IOException | RuntimeException e) {
      if (in.failure() != null) {
        throw in.failure();
      }
      boolean cut = Compression.isCut(e);
      String detail = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
      throw fault(
          cut ? CaptureFault.Kind.CUT : CaptureFault.Kind.MALFORMED,
          base + limit,
          "the "
              + compression.text()
              + " data "
              + (cut ? "ends too early" : "cannot be decompressed any further")
              + detail);
    } catch (LinkageError e) {
      throw fault(
          CaptureFault.Kind.NOT_A_CAPTURE,
          0,
          "there is no " + compression.text() + " for this machine; decompress the file first");
    }
  }

  CaptureFault fault(CaptureFault.Kind kind, long at, String reason) {
    String place = compression == Compression.NONE ? name : name + " (decompressed)";
    return new CaptureFault(kind, place, at, reason);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
