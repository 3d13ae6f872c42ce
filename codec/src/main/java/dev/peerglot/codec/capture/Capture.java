// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens captures of any known format, which is told from the content. */
public final class Capture {
  private Capture() {}

  /** How many first bytes {@link #isCapture} wants to see. */
  public static final int PEEK = Compression.PEEK;

  /**
   * Tells from the first bytes of a file whether it is a capture or compressed, which other input
   * (hex, raw messages) is not.
   *
   * @param first holds the first bytes
   * @param length how many there are; fewer than {@link #PEEK} only when the file is shorter
   */
  public static boolean isCapture(byte[] first, int length) {
    if (Compression.of(first, length) != Compression.NONE) {
      return true;
    }
    int magic = length < 4 ? 0 : Octets.i32(first, 0);
    return PcapReader.isMagic(magic) || magic == PcapngReader.SECTION_HEADER;
  }

  /** Opens a capture file. */
  public static PacketSource open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      return open(in, path.toString());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Opens a capture from a stream, which is read only as far as packets are asked for.
   *
   * @param in the stream; closed with the source
   * @param name what error messages call it
   */
  public static PacketSource open(InputStream in, String name) throws IOException {
    InputWindow window = new InputWindow(in, name);
    if (!window.ensure(4)) {
      throw notACapture(window);
    }
    int magic = Octets.i32(window.buffer(), window.position());
    if (PcapReader.isMagic(magic)) {
      return new PcapReader(window);
    }
    if (magic == PcapngReader.SECTION_HEADER) {
      return new PcapngReader(window);
    }
    throw notACapture(window);
  }

  private static CaptureFault notACapture(InputWindow window) {
    return window.fault(
        CaptureFault.Kind.NOT_A_CAPTURE,
        window.offset(),
        "this is neither a pcap nor a pcapng capture");
  }
}
