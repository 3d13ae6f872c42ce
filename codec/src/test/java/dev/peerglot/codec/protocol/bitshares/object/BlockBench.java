// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitshares.message.Objects;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.JsonSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures blocks to JSON, by hand: {@code BlockBench FILE}, where the file has the payload of one
 * {@code block_message} in hex on each line. Prints megabytes of input a second of processor time.
 */
public final class BlockBench {
  private static final int ROUNDS = 5;
  private static final long SECOND = 1_000_000_000L;

  private BlockBench() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> blocks =
        Files.readAllLines(Path.of(arguments[0]), StandardCharsets.US_ASCII).stream()
            .map(Hex::parse)
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      measure("checked", Blocks.signed, blocks, false);
      measure("block to JSON", Blocks.signed, blocks, true);
      measure("message to JSON, ids and signer computed", Objects.BLOCK, blocks, true);
    }
  }

  /** Time of this thread alone: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(String name, Type<?> type, List<byte[]> blocks, boolean json) {
    long start = cpu();
    long bytes = 0;
    long written = 0;
    Out out = new Out(1 << 16);
    while (cpu() - start < 2 * SECOND) {
      for (byte[] block : blocks) {
        out.truncate(0);
        type.walk(new In(block), json ? new JsonSink(out) : Deaf.SINK);
        bytes += block.length;
        written += out.size();
      }
    }
    double seconds = (cpu() - start) / (double) SECOND;
    System.out.printf(
        Locale.ROOT,
        "%-42s %8.1f MB/s in, %8.1f MB/s out%n",
        name,
        bytes / seconds / 1e6,
        written / seconds / 1e6);
  }
}
