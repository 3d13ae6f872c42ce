// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The training run behind the start-up caches: runs typical commands in this process, so that the
 * classes they load are in the cache that the launcher makes. What is not trained still works, it
 * only starts slower; a command that fails is as good a training as any. To train another command,
 * add a line to {@link #offline}, {@link #samples} or {@link #online}; a new protocol is talked to
 * by itself. Each start pays for each class in its cache, so there is a small one for commands
 * without files and connections.
 */
public final class Training {
  private Training() {}

  /**
   * Runs every command for a pipe and for a terminal, and prints their exit statuses.
   *
   * @param arguments {@code quick} for the commands without files and connections, {@code full} for
   *     all; the folder of the project, whose samples are read
   */
  public static void main(String[] arguments) throws InterruptedException {
    offline().forEach(Training::train);
    if (arguments[0].equals("full")) {
      samples(Path.of(arguments[1])).forEach(Training::train);
      for (Protocol protocol : Protocols.all()) {
        talk(local(protocol));
      }
    }
  }

  /** The network of a protocol that people run on their own machine, else its first. */
  private static String local(Protocol protocol) {
    List<Network> networks = protocol.networks();
    return networks.stream()
        .map(Network::scheme)
        .filter(scheme -> scheme.endsWith("-regtest"))
        .findFirst()
        .orElse(networks.getFirst().scheme());
  }

  private static void talk(String network) throws InterruptedException {
    Seed seed = new Seed();
    Thread swarm =
        Thread.ofPlatform()
            .daemon()
            .start(() -> run(words("swarm " + network + " --nodes 2"), seed, false));
    online(seed.address(network)).forEach(command -> train(words(command)));
    swarm.interrupt();
    swarm.join();
  }

  private static List<List<String>> offline() {
    List<String> hello =
        new ArrayList<>(words("encode bitshares hello_message user_agent=training --frame"));
    hello.add("node_public_key=02" + "11".repeat(32));
    hello.add("signed_shared_secret=" + "22".repeat(65));
    hello.add("chain_id=" + "33".repeat(32));
    ByteArrayOutputStream hex = new ByteArrayOutputStream();
    run(hello, hex, false);
    String frame = hex.toString(StandardCharsets.UTF_8).strip();
    return List.of(
        words("--version"),
        words("--help"),
        words("no-such-command"),
        words("decode --help"),
        words("explain"),
        words("explain bitshares hello_message"),
        words("completion bash"),
        hello,
        List.of("decode", frame),
        words("decode f9beb4d976657261636b000000000000000000005df6e0e2"),
        words("decode --as bitcoin --type ping 0100000000000000"),
        words("help dial"),
        List.of("decode", "--tree", frame));
  }

  private static List<List<String>> samples(Path root) {
    String sample = root.resolve("docs/samples/").toString() + "/";
    String crawl = sample + "bitshares-crawl.pcap";
    return List.of(
        List.of("decode", crawl),
        List.of("decode", crawl, "--keys", sample + "bitshares-crawl.keys"),
        List.of("decode", crawl, "--stats"),
        List.of("decode", sample + "bitcoin-v1-addrv2.pcap"),
        List.of(
            "decode",
            sample + "bitcoin-v2-addrv2.pcap",
            "--keys",
            sample + "bitcoin-v2-addrv2.keys"));
  }

  private static List<String> online(String peer) {
    return List.of(
        "dial " + peer + " --timeout 2s",
        "dial " + peer + " --timeout 2s -v",
        "ping " + peer + " --timeout 2s --count 1",
        "identify --listen 100ms " + peer.substring(peer.indexOf("://") + 3),
        "crawl " + peer + " --timeout 2s",
        "dial " + peer.substring(0, peer.indexOf("://")) + "://127.0.0.1:9 --timeout 2s");
  }

  private static void train(List<String> command) {
    for (boolean terminal : new boolean[] {false, true}) {
      int status = run(command, OutputStream.nullOutputStream(), terminal);
      System.out.println(status + " " + String.join(" ", command));
    }
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private static int run(List<String> command, OutputStream out, boolean terminal) {
    OutputStream silence = OutputStream.nullOutputStream();
    return Main.run(
        new Console(out, silence, terminal, terminal, 100), command.toArray(String[]::new));
  }

  /** Waits for the line in which a swarm names its first peer. */
  private static final class Seed extends ByteArrayOutputStream {
    private final CompletableFuture<String> line = new CompletableFuture<>();

    @Override
    public void flush() {
      if (count > 0) {
        line.complete(toString(StandardCharsets.UTF_8));
      }
    }

    /** The peer's address; where the swarm could not start, one where nobody answers. */
    String address(String network) {
      String seed = line.completeOnTimeout("", 5, TimeUnit.SECONDS).join();
      return seed.startsWith("{\"seed\"") ? seed.split("\"")[3] : network + "://127.0.0.1:9";
    }
  }
}
