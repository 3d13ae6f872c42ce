// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.Json;
import dev.peerglot.codec.view.JsonSink;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single messages: as JSON, checked only, and read into records. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MessageKernels {
  /** Which message. */
  @Param({"version", "inv", "addrv2", "headers", "tx", "block"})
  public String message;

  private byte[] body;
  private Type<?> type;
  private Out out;
  private Json json;
  private JsonSink sink;

  /** Makes the message, the same one in each run. */
  @Setup
  public void make() {
    body = body(message);
    type = Messages.ALL.get(message).type();
    out = new Out(body.length * 8);
    json = new Json(out);
    sink = new JsonSink(json);
  }

  /** The length of a message's body, to divide by. */
  static int size(String message) {
    return body(message).length;
  }

  private static byte[] body(String message) {
    SplittableRandom random = new SplittableRandom(1);
    return switch (message) {
      case "version" -> version();
      case "inv" -> inv(1000, random);
      case "addrv2" -> addrV2(1000, random);
      case "headers" -> headers(2000, random);
      case "tx" -> tx(new Out(), random).toBytes();
      default -> block(4000, random);
    };
  }

  /** The fields as JSON; the text is written over the last one. */
  @Benchmark
  public int json() {
    out.truncate(0);
    json.start();
    type.walk(new In(body), sink);
    return out.size();
  }

  /** Every rule checked, nothing kept. */
  @Benchmark
  public int check() {
    In in = new In(body);
    type.walk(in, Deaf.SINK);
    return in.at();
  }

  /** A record of all fields. */
  @Benchmark
  public Object read() {
    return type.read(new In(body));
  }

  private static byte[] version() {
    return Hex.parse(
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

  /** Two inputs with witnesses, an output to a key's hash and one to a taproot key. */
  private static Out tx(Out out, SplittableRandom random) {
    out.u32le(2).u8(0).u8(1).u8(2);
    for (int input = 0; input < 2; input++) {
      out.bytes(random(random, 32)).u32le(input).u8(0).u32le(0xfffffffdL);
    }
    out.u8(2).i64le(random.nextLong(1L << 40)).u8(22).u8(0).u8(20).bytes(random(random, 20));
    out.i64le(random.nextLong(1L << 40)).u8(34).u8(0x51).u8(32).bytes(random(random, 32));
    for (int input = 0; input < 2; input++) {
      out.u8(2).u8(71).bytes(random(random, 71)).u8(33).bytes(random(random, 33));
    }
    return out.u32le(860_000);
  }

  private static byte[] block(int count, SplittableRandom random) {
    Out out = new Out();
    header(out, random);
    Primitives.count.put(out, count);
    for (int i = 0; i < count; i++) {
      tx(out, random);
    }
    return out.toBytes();
  }
}
