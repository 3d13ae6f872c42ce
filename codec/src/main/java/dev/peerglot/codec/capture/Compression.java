// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The compressions that captures come in, told from their first bytes. The libraries behind them
 * are loaded only when a capture needs them. That of zstd is native: the Java ones hold back up to
 * a window of data, which would be lost where a capture is cut.
 */
enum Compression {
  NONE,
  GZIP,
  ZSTD,
  XZ,
  LZ4;

  /** How many bytes are needed to tell. */
  static final int PEEK = 6;

  private static final int XZ_MEMORY_KIB = 128 * 1024;

  /** 128 MiB as a power of two: what zstd itself takes without being asked. */
  private static final int MAX_ZSTD_WINDOW = 27;

  /** Tells the compression from the first bytes of a file, of which there may be fewer than 6. */
  static Compression of(byte[] first, int length) {
    int magic = length < 4 ? 0 : Octets.i32(first, 0);
    if (length >= 3 && Octets.u16(first, 0) == 0x1f8b && first[2] == 8) {
      return GZIP;
    }
    // The second is a skippable frame, with which pzstd starts.
    if (magic == 0x28b52ffd || (magic & 0xf0ff_ffff) == 0x502a4d18) {
      return ZSTD;
    }
    if (magic == 0x04224d18) {
      return LZ4;
    }
    return length >= 6 && magic == 0xfd377a58 && Octets.u16(first, 4) == 0x5a00 ? XZ : NONE;
  }

  /** Opens the content of a compressed stream. */
  InputStream open(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, 64 * 1024);
      case ZSTD -> Zstd.open(in);
      case XZ -> Xz.open(in);
      case LZ4 -> new Lz4Frames(in);
    };
  }

  /** Tells whether a decompressor's error means that its input ends too early. */
  static boolean isCut(Exception e) {
    return e instanceof EOFException || "Truncated source".equals(e.getMessage());
  }

  /** Returns the name that error messages use. */
  String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  // A class of its own for each library: the verifier loads what a class mentions.

  private static final class Zstd {
    private static InputStream open(InputStream in) throws IOException {
      ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
      zstd.setLongMax(MAX_ZSTD_WINDOW);
      return zstd;
    }
  }

  private static final class Xz {
    private static InputStream open(InputStream in) throws IOException {
      return new XZInputStream(in, XZ_MEMORY_KIB);
    }
  }
}
