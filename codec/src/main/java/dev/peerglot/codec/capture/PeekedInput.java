// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes were looked at before; it also remembers whether its device failed.
 */
final class PeekedInput extends InputStream {
  private final InputStream in;
  private final byte[] first;
  private int firstLength;
  private int position;
  private IOException failure;

  PeekedInput(InputStream in, int peek) throws IOException {
    this.in = in;
    this.first = new byte[peek];
    while (firstLength < peek) {
      int read = in.read(first, firstLength, peek - firstLength);
      if (read < 0) {
        break;
      }
      firstLength += read;
    }
  }

  /** Returns the first bytes, as many as there are. */
  byte[] first() {
    return first;
  }

  int firstLength() {
    return firstLength;
  }

  /** Returns what the device failed with, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (position < firstLength) {
      int count = Math.min(length, firstLength - position);
      System.arraycopy(first, position, buffer, offset, count);
      position += count;
      return count;
    }
    try {
      return in.read(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Never 0: GZIPInputStream takes 0 for the end, which would lose all members but the first. */
  @Override
  public int available() throws IOException {
    return Math.max(1, in.available());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
