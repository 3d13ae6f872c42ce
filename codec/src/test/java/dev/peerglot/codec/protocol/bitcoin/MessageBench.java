// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.JsonSink;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Run by hand: megabytes of message a second on one core and bytes allocated per byte of message,
 * for messages as JSON, checked only, and read into records.
 */
public final class MessageBench {
  private static final com.sun.management.ThreadMXBean CLOCK =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long WARM_UP = 3_000_000_000L;
  private static final long MEASURED = 3_000_000_000L;

  private MessageBench() {}

  private interface Work {
    int once(Out out);
  }

  /**
   * Measures each message.
   *
   * @param arguments commands; all without any
   */
  public static void main(String[] arguments) {
    SplittableRandom random = new SplittableRandom(1);
    row(arguments, "version", version());
    row(arguments, "inv", inv(1000, random));
    row(arguments, "addrv2", addrV2(1000, random));
    row(arguments, "headers", headers(2000, random));
    row(arguments, "block", block(4000, random));
  }

  private static void row(String[] only, String command, byte[] body) {
    if (only.length > 0 && !java.util.List.of(only).contains(command)) {
      return;
    }
    Type<?> type = Messages.ALL.get(command).type();
    Out out = new Out(body.length * 8);
    measure(command + " to JSON", body.length, out, o -> json(type, body, o));
    measure(command + " checked", body.length, out, o -> walk(type, body));
    measure(command + " read", body.length, out, o -> type.read(new In(body)).hashCode() & 1);
  }

  private static int json(Type<?> type, byte[] body, Out out) {
    out.truncate(0);
    type.walk(new In(body), new JsonSink(out));
    return out.size();
  }

  private static int walk(Type<?> type, byte[] body) {
    In in = new In(body);
    type.walk(in, Deaf.SINK);
    return in.at();
  }

  private static void measure(String name, int size, Out out, Work work) {
    run(WARM_UP, out, work);
    long allocated = CLOCK.getThreadAllocatedBytes(Thread.currentThread().threadId());
    long start = CLOCK.getCurrentThreadCpuTime();
    long rounds = run(MEASURED, out, work);
    double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    double bytes =
        CLOCK.getThreadAllocatedBytes(Thread.currentThread().threadId()) - (double) allocated;
    System.out.printf(
        Locale.ROOT,
        "%-18s %8d bytes  %8.1f MB/s  %8.2f allocated per byte%n",
        name,
        size,
        rounds * (double) size / seconds / 1e6,
        bytes / rounds / size);
  }

  private static long run(long nanoseconds, Out out, Work work) {
    long end = System.nanoTime() + nanoseconds;
    long rounds = 0;
    long sum = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 8; i++) {
        sum += work.once(out);
        rounds++;
      }
    }
    if (sum == 42) {
      System.out.println();
    }
    return rounds;
  }

  private static byte[] version() {
    return dev.peerglot.codec.bytes.Hex.parse(
        "80110100090c00000000000000f1536500000000010000000000000000000000000000000000ffffcb007107208d"
            + "090c00000000000000000000000000000000000000000000000088776655443322111"
            + "02f5361746f7368693a32382e312e302f70460d0001");
  }

  private static byte[] random(SplittableRandom random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] inv(int count, SplittableRandom random) {
    Out out = new Out();
    Primitives.count.put(out, count);
    for (int i = 0; i < count; i++) {
      out.u32le(5).bytes(random(random, 32));
    }
    return out.toBytes();
  }

  private static byte[] addrV2(int count, SplittableRandom random) {
    Out out = new Out();
    Primitives.count.put(out, count);
    for (int i = 0; i < count; i++) {
      out.u32le(1_700_000_000L + i);
      Primitives.compactSize.put(out, 0xc09);
      int network = i % 5 < 2 ? 1 : i % 5;
      int size = network == 1 ? 4 : network == 2 ? 16 : network == 3 ? 10 : 32;
      out.u8(network).u8(size).bytes(random(random, size)).u16be(8333);
    }
    return out.toBytes();
  }

  private static void header(Out out, SplittableRandom random) {
    out.u32le(0x20000000L).bytes(random(random, 64)).u32le(1_700_000_000L);
    out.u32le(0x1703a30cL).u32le(random.nextInt());
  }

  private static byte[] headers(int count, SplittableRandom random) {
    Out out = new Out();
    Primitives.count.put(out, count);
    for (int i = 0; i < count; i++) {
      header(out, random);
      out.u8(0);
    }
    return out.toBytes();
  }

  /** Two inputs with witnesses, an output to a key's hash and one to a taproot key each. */
  private static byte[] block(int count, SplittableRandom random) {
    Out out = new Out();
    header(out, random);
    Primitives.count.put(out, count);
    for (int i = 0; i < count; i++) {
      out.u32le(2).u8(0).u8(1).u8(2);
      for (int input = 0; input < 2; input++) {
        out.bytes(random(random, 32)).u32le(input).u8(0).u32le(0xfffffffdL);
      }
      out.u8(2).i64le(random.nextLong(1L << 40)).u8(22).u8(0).u8(20).bytes(random(random, 20));
      out.i64le(random.nextLong(1L << 40)).u8(34).u8(0x51).u8(32).bytes(random(random, 32));
      for (int input = 0; input < 2; input++) {
        out.u8(2).u8(71).bytes(random(random, 71)).u8(33).bytes(random(random, 33));
      }
      out.u32le(860_000);
    }
    return out.toBytes();
  }
}
