// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.Closeable;
import java.io.IOException;

/** Where packets come from, one after another. */
public interface PacketSource extends Closeable {
  /**
   * Reads the next record.
   *
   * @return the record, valid until the next call, or null at the end
   * @throws CaptureFault where the capture is broken or cut; every record before it was returned
   * @throws IOException when the device fails
   */
  CaptureRecord next() throws IOException;
}
