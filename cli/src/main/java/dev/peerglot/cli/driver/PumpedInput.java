// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A stream that is read by a thread of its own, so that the reader notices when nothing comes, and
 * can stop although its source blocks. Holds at most four pieces of 64 KiB.
 */
final class PumpedInput extends InputStream {
  /** Told while nothing comes. */
  interface Quiet {
    /** Nobody wants to know. */
    Quiet UNHEARD = nanos -> {};

    /** Nothing has come for so long; told after 20 milliseconds and then every 250. */
    void since(long nanos);
  }

  private static final int PIECE = 64 << 10;
  private static final int PIECES = 4;
  private static final long SHORT = 20_000_000;
  private static final long LONG = 250_000_000;

  /** Bytes, or what ended them. */
  private record Piece(byte[] bytes, int length, IOException failure) {}

  private final InputStream in;
  private final Interrupt interrupt;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
  private final BlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(PIECES + 1);
  private Quiet quiet = Quiet.UNHEARD;
  private Piece current;
  private int position;
  private boolean started;

  /** Reads from a stream until its end or an interruption. */
  PumpedInput(InputStream in, Interrupt interrupt) {
    this.in = in;
    this.interrupt = interrupt;
  }

  /** From now on somebody wants to know when nothing comes. */
  void tell(Quiet listener) {
    quiet = listener;
  }

  private void pump() {
    try {
      Piece piece;
      do {
        byte[] buffer = spare.poll();
        if (buffer == null) {
          buffer = new byte[PIECE];
        }
        piece = next(buffer);
        pieces.put(piece);
      } while (piece.length >= 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Piece next(byte[] buffer) {
    try {
      return new Piece(buffer, in.read(buffer, 0, buffer.length), null);
    } catch (IOException e) {
      return new Piece(buffer, -1, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (current == null || position == current.length) {
      if (current != null && current.length >= 0) {
        spare.offer(current.bytes);
      }
      current = current != null && current.length < 0 ? current : take();
      position = 0;
    }
    if (current == null || current.length < 0) {
      if (current != null && current.failure != null) {
        throw current.failure;
      }
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current.bytes, position, buffer, offset, count);
    position += count;
    return count;
  }

  /** The next piece; null for an interruption. */
  private Piece take() throws IOException {
    if (!started) {
      started = true;
      Thread.ofPlatform().daemon().name("input").start(this::pump);
    }
    long from = System.nanoTime();
    long wait = SHORT;
    try {
      while (!interrupt.isAsked()) {
        Piece piece = pieces.poll(wait, TimeUnit.NANOSECONDS);
        if (piece != null) {
          return piece;
        }
        quiet.since(System.nanoTime() - from);
        wait = LONG;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  @Override
  public int available() {
    return current == null || current.length < 0 ? 0 : current.length - position;
  }

  @Override
  public void close() {
    // The source is standard input or a file that ends with the process; its reader may block.
  }
}
