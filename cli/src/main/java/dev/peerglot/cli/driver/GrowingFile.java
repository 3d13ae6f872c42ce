// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A file that others write to: its end is where more may come. It ends when it has become shorter
 * than what was read, as when another capture was begun in its place.
 */
final class GrowingFile extends InputStream {
  private static final long PAUSE_MILLIS = 50;

  private final Path path;
  private final InputStream in;
  private long read;

  GrowingFile(Path path) throws IOException {
    this.path = path;
    this.in = Files.newInputStream(path);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    while (count < 0 && length > 0) {
      if (!Files.exists(path) || Files.size(path) < read) {
        return -1;
      }
      pause();
      count = in.read(buffer, offset, length);
    }
    read += Math.max(0, count);
    return count;
  }

  private static void pause() throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a file did not grow");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
