// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses LZ4 frames, one after another, with independent or linked blocks.
 *
 * <p>Frame: magic 4, flags 1, block size code 1, content size 0 or 8, dictionary id 0 or 4, header
 * checksum 1, blocks (size 4 with the top bit for "stored", bytes, checksum 0 or 4), end mark 4,
 * content checksum 0 or 4; numbers least significant byte first. Checksums are not verified.
 * Source: lz4_Frame_format.md and lz4_Block_format.md of the reference. The Java libraries read no
 * linked blocks, which the reference's streaming API writes by default.
 */
final class Lz4Frames extends InputStream {
  private static final int MAGIC = 0x184d2204;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int HISTORY = 64 * 1024;

  private final InputStream in;
  private final byte[] word = new byte[8];
  private byte[] block = new byte[0];
  private byte[] out = new byte[0];
  private int position;
  private int limit;
  private int maxBlock;
  private boolean inFrame;
  private boolean linked;
  private boolean blockChecksums;
  private boolean contentChecksum;

  Lz4Frames(InputStream in) {
    this.in = in;
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
    while (position == limit) {
      if (inFrame ? !nextBlock() : !nextFrame()) {
        return -1;
      }
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(out, position, buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean nextFrame() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    word[0] = (byte) first;
    fill(word, 1, 3);
    int magic = Octets.i32(word, 0, true);
    if ((magic & ~15) == SKIPPABLE) {
      in.skipNBytes(u32());
      return true;
    }
    if (magic != MAGIC) {
      throw new IOException("no LZ4 frame where one was expected");
    }
    fill(word, 0, 2);
    int flags = word[0];
    int sizeCode = word[1] >> 4 & 7;
    if ((flags & 0xc0) != 0x40 || sizeCode < 4) {
      throw new IOException("an LZ4 frame header of an unknown version");
    }
    linked = (flags & 0x20) == 0;
    blockChecksums = (flags & 0x10) != 0;
    contentChecksum = (flags & 0x04) != 0;
    if ((flags & 0x01) != 0) {
      throw new IOException("an LZ4 frame that needs a dictionary");
    }
    fill(word, 0, (flags & 0x08) != 0 ? 8 : 0);
    fill(word, 0, 1);
    maxBlock = 1 << 8 + 2 * sizeCode;
    if (out.length < HISTORY + maxBlock) {
      out = new byte[HISTORY + maxBlock];
      block = new byte[maxBlock];
    }
    position = 0;
    limit = 0;
    inFrame = true;
    return true;
  }

  private boolean nextBlock() throws IOException {
    long header = u32();
    if (header == 0) {
      fill(word, 0, contentChecksum ? 4 : 0);
      inFrame = false;
      return true;
    }
    int size = (int) (header & 0x7fff_ffff);
    if (size > maxBlock) {
      throw new IOException("an LZ4 block of " + size + " bytes, above the frame's own limit");
    }
    int kept = linked ? Math.min(limit, HISTORY) : 0;
    System.arraycopy(out, limit - kept, out, 0, kept);
    position = kept;
    limit = kept;
    if ((header & 0x8000_0000L) != 0) {
      fill(out, kept, size);
      limit += size;
    } else {
      fill(block, 0, size);
      limit = decompress(size, kept);
    }
    fill(word, 0, blockChecksums ? 4 : 0);
    return true;
  }

  /** Sequences of token 1, literals, distance 2, match; lengths of 15 go on in further bytes. */
  private int decompress(int size, int start) throws IOException {
    int end = start + maxBlock;
    int to = start;
    int at = 0;
    while (at < size) {
      int token = block[at++] & 0xff;
      int literals = token >> 4;
      if (literals == 15) {
        int more;
        do {
          more = at < size ? block[at++] & 0xff : 0;
          literals += more;
        } while (more == 255 && literals <= maxBlock);
      }
      if (literals > size - at || literals > end - to) {
        throw new IOException("LZ4 literals beyond the end of their block");
      }
      System.arraycopy(block, at, out, to, literals);
      at += literals;
      to += literals;
      if (at == size) {
        break;
      }
      if (size - at < 2) {
        throw new IOException("an LZ4 block ends within a match");
      }
      int distance = Octets.u16(block, at, true);
      at += 2;
      int match = (token & 15) + 4;
      if (match == 19) {
        int more;
        do {
          more = at < size ? block[at++] & 0xff : 0;
          match += more;
        } while (more == 255 && match <= maxBlock);
      }
      if (distance == 0 || distance > to || match > end - to) {
        throw new IOException("an LZ4 match outside the data");
      }
      copy(to - distance, to, match);
      to += match;
    }
    return to;
  }

  private void copy(int from, int to, int length) {
    if (to - from >= length) {
      System.arraycopy(out, from, out, to, length);
    } else {
      for (int i = 0; i < length; i++) {
        out[to + i] = out[from + i];
      }
    }
  }

  private long u32() throws IOException {
    fill(word, 0, 4);
    return Octets.u32(word, 0, true);
  }

  private void fill(byte[] target, int offset, int length) throws IOException {
    if (in.readNBytes(target, offset, length) < length) {
      throw new EOFException();
    }
  }
}
