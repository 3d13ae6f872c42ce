// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.CaptureRecord;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import java.io.IOException;

/**
 * Finds out, before a capture is decoded, whether segments in it come so late that the usual
 * patience would give up their place: then it must be read with the patience that memory allows.
 * Costs a run through the file without decoding, so it is for files of moderate size.
 */
final class Disorder implements StreamSink {
  private static final long LARGEST = 256L << 20;

  private Disorder() {}

  /** Whether segments come too late; false where nobody can tell. */
  static boolean isIn(Captures captures) {
    if (!captures.isLasting() || captures.size() > LARGEST) {
      return false;
    }
    Traffic traffic = new Traffic(new Disorder(), CaptureLimits.standard());
    try (PacketSource source = captures.open()) {
      for (CaptureRecord record = source.next(); record != null; record = source.next()) {
        traffic.accept(record);
        if (traffic.counts().late() > 0) {
          return true;
        }
      }
    } catch (IOException e) {
      return traffic.counts().late() > 0; // it is met again, and reported, when it is decoded
    }
    return traffic.counts().late() > 0;
  }

  @Override
  public void opened(TcpStream stream) {}

  @Override
  public void data(
      TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {}

  @Override
  public void gap(TcpStream stream, boolean fromDialer, long bytes, long nanos) {}

  @Override
  public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {}
}
