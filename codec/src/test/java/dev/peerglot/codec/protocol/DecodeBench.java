// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.Json;
import dev.peerglot.codec.view.JsonSink;
import dev.peerglot.crypto.curve.SeenSignatures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures decoders against each other on one thread, by hand: {@code DecodeBench MEGABYTES ROUNDS
 * NETWORK=CAPTURE[=KEYLOG]...}.
 *
 * <p>Each capture is read again and again up to that many megabytes of payload, each time with
 * secrets read anew, and with no verdict on a signature left: nothing that was computed in one
 * round helps the next. Three rates are told for each: reading and reassembly alone; with the
 * connections followed (and decrypted) to their messages; with each message made into JSON.
 */
public final class DecodeBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How far each connection is followed. */
  private enum Depth {
    REASSEMBLED,
    FOLLOWED,
    JSON
  }

  private final Protocol protocol;
  private final Network network;
  private final Path capture;
  private final String keys;

  private DecodeBench(String argument) throws IOException {
    String[] words = argument.split("=", 3);
    protocol = Protocols.ofScheme(words[0]).orElseThrow();
    network = Protocols.network(protocol, words[0]).orElseThrow();
    capture = Path.of(words[1]);
    keys = words.length > 2 ? Files.readString(Path.of(words[2])) : "";
  }

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    long size = Long.parseLong(arguments[0]) * 1_000_000;
    int rounds = Integer.parseInt(arguments[1]);
    List<DecodeBench> all = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      all.add(new DecodeBench(arguments[i]));
    }
    for (int round = 0; round < rounds; round++) {
      for (DecodeBench each : all) {
        for (Depth depth : Depth.values()) {
          each.measure(depth, size);
        }
      }
    }
  }

  private void measure(Depth depth, long size) throws IOException {
    Totals totals = new Totals(this, depth);
    long wall = 0;
    long cpu = 0;
    long file = 0;
    while (totals.bytes < size) {
      forgetSignatures();
      wall -= System.nanoTime();
      cpu -= THREADS.getCurrentThreadCpuTime();
      totals.secrets = new Secrets();
      totals.secrets.addAll(KeyLog.parse(keys));
      try (PacketSource source = Capture.open(capture)) {
        new Traffic(totals, CaptureLimits.standard()).drain(source);
      }
      wall += System.nanoTime();
      cpu += THREADS.getCurrentThreadCpuTime();
      file += Files.size(capture);
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %-11s %6.0f MB/s, %6.0f MB per second of processor time, of payload;"
            + " %.0f MB of capture, %.0f of payload, %d messages, %.0f MB of JSON, %d faults%n",
        network.scheme(),
        depth.name().toLowerCase(Locale.ROOT),
        totals.bytes * 1e3 / wall,
        totals.bytes * 1e3 / cpu,
        file / 1e6,
        totals.bytes / 1e6,
        totals.messages,
        totals.json / 1e6,
        totals.faults);
  }

  /** Fills the memory of verdicts with others, which are quick: no number that large is signed. */
  private static void forgetSignatures() {
    byte[] none = new byte[64];
    Arrays.fill(none, (byte) -1);
    for (int i = 0; i < 1 << 12; i++) {
      SeenSignatures.verify(new byte[32], new Out(4).u32be(i).toBytes(), none);
    }
  }

  /** Follows all connections of a capture. */
  private static final class Totals implements StreamSink {
    private final DecodeBench bench;
    private final Depth depth;
    private final Out out = new Out(1 << 20);
    private final JsonSink sink = new JsonSink(new Json(out));
    private Secrets secrets;
    private long bytes;
    private long json;
    private long messages;
    private long faults;

    private Totals(DecodeBench bench, Depth depth) {
      this.bench = bench;
      this.depth = depth;
    }

    private static Side side(boolean fromDialer) {
      return fromDialer ? Side.DIALER : Side.LISTENER;
    }

    @Override
    public void opened(TcpStream stream) {
      stream.attach(new Transcript(bench.protocol.machine(bench.network, secrets), Limits.DEFAULT));
    }

    @Override
    public void data(
        TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {
      bytes += length;
      if (depth != Depth.REASSEMBLED) {
        Transcript transcript = (Transcript) stream.attachment();
        transcript.feed(side(fromDialer), buffer, offset, length);
        poll(transcript);
      }
    }

    @Override
    public void gap(TcpStream stream, boolean fromDialer, long missing, long nanos) {
      Transcript transcript = (Transcript) stream.attachment();
      transcript.hole(side(fromDialer), missing);
      poll(transcript);
    }

    @Override
    public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {
      Transcript transcript = (Transcript) stream.attachment();
      transcript.end(side(fromDialer), true);
      poll(transcript);
    }

    private void poll(Transcript transcript) {
      for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
        if (event instanceof Event.Message message) {
          messages++;
          if (depth == Depth.JSON) {
            Body.write(message.kind().type(), message.body(), sink);
            json += out.size();
            out.truncate(0);
          }
        } else if (event instanceof Event.Broken) {
          faults++;
        }
      }
    }
  }
}
