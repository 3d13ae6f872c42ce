// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.MergedCaptures;
import dev.peerglot.codec.capture.PacketSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Captures that are read as one: files in the order of their times, or one stream. */
public final class Captures {
  private final List<Path> files;
  private final PumpedInput pump;
  private final InputStream stream;
  private final String name;
  private final long[] positions;
  private final long size;

  private Captures(List<Path> files, PumpedInput pump, InputStream stream, String name, long size) {
    this.files = files;
    this.pump = pump;
    this.stream = stream;
    this.name = name;
    this.size = size;
    this.positions = new long[files.size()];
  }

  /** Files, at least one. */
  static Captures ofFiles(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return new Captures(List.copyOf(files), null, null, files.getFirst().toString(), size);
  }

  /** A stream that is read once, and may come slowly; {@code pump} is behind it. */
  static Captures ofStream(PumpedInput pump, InputStream stream, String name) {
    return new Captures(List.of(), pump, stream, name, -1);
  }

  /** The size of all files in bytes; -1 where it is not known. */
  public long size() {
    return size;
  }

  /** How many bytes of the files have been read. */
  public long position() {
    long sum = 0;
    for (long position : positions) {
      sum += position;
    }
    return sum;
  }

  /** Whether they can be opened more than once. */
  boolean isLasting() {
    return stream == null;
  }

  /** Tells a listener whenever nothing comes. */
  void tell(PumpedInput.Quiet listener) {
    if (pump != null) {
      pump.tell(listener);
    }
  }

  /** Opens all of them as one. */
  PacketSource open() throws IOException {
    if (stream != null) {
      return Capture.open(stream, name);
    }
    if (files.size() == 1) {
      return open(0);
    }
    List<MergedCaptures.Opener> openers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int index = i;
      openers.add(() -> open(index));
    }
    return MergedCaptures.ofOpeners(openers);
  }

  private PacketSource open(int index) throws IOException {
    Path file = files.get(index);
    InputStream in = new Counted(Files.newInputStream(file), index);
    try {
      return Capture.open(in, file.toString());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Knows how far it was read. */
  private final class Counted extends FilterInputStream {
    private final int index;

    private Counted(InputStream in, int index) {
      super(in);
      this.index = index;
      positions[index] = 0;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      positions[index] += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      positions[index] += Math.max(0, count);
      return count;
    }
  }
}
