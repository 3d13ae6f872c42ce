// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.map.CrawlFile;
import dev.peerglot.cli.map.Node;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.curve.Secp256k1;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A large crawl measured, to be run by hand: {@code CrawlBench [NETWORK [NODES [AWKWARD
 * [KILLS]]]]}. A swarm in this process is crawled by another one with a store; then again by
 * processes that are killed ({@code kill -9}) at random moments. Prints verdicts against the truth,
 * peers a second, memory, processor time, and what the curve operations of a BitShares handshake
 * cost alone.
 */
final class CrawlBench {
  private CrawlBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    String scheme = arguments.length > 0 ? arguments[0] : "bitshares";
    int nodes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    int awkward = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    int kills = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
    Path folder = Files.createTempDirectory("crawl-bench");
    try (LocalNetwork network = LocalNetwork.whole(scheme, nodes, awkward, "10s")) {
      Path whole = folder.resolve("whole.db");
      List<Node> found = crawl(network, whole);
      network.judge(found);
      System.out.println("every verdict is right, no lie was believed");
      if (kills > 0) {
        Path store = folder.resolve("killed.db");
        Random random = new Random(1);
        for (int i = 0; i < kills; i++) {
          kill(network, store, random);
        }
        List<Node> resumed = crawl(network, store);
        network.judge(resumed);
        Map<String, String> same = LocalNetwork.essence(found);
        System.out.println(
            kills + " times killed, the same: " + same.equals(LocalNetwork.essence(resumed)));
      }
    }
    System.out.printf("curve operations of a BitShares dialer: %.3f ms%n", curve());
    System.exit(0);
  }

  private static Process start(LocalNetwork network, Path store) throws IOException {
    return LocalNetwork.optimised(network.crawl("--json", "--store", store.toString()));
  }

  private static List<Node> crawl(LocalNetwork network, Path store) throws Exception {
    long begin = System.nanoTime();
    Process process = start(network, store);
    Duration cpu = Duration.ZERO;
    String memory = "";
    long records = 0;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (records++ % 500 == 0) {
          cpu = process.info().totalCpuDuration().orElse(cpu);
          memory = memory(process, memory);
        }
      }
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<Node> found = CrawlFile.read(store.toString());
    long reached = found.stream().filter(Node::isReached).count();
    long dialled = found.stream().filter(node -> !node.verdict().equals("not-dialled")).count();
    System.out.printf(
        "%,d known, %,d dialled, %,d reached in %.1f s: %,.0f dialled/s; processor %.1f s,"
            + " %.3f ms a reached peer; %s%n",
        found.size(),
        dialled,
        reached,
        seconds,
        dialled / seconds,
        cpu.toMillis() / 1e3,
        cpu.toNanos() / 1e6 / reached,
        memory);
    return found;
  }

  private static String memory(Process process, String otherwise) {
    try {
      return Files.readAllLines(Path.of("/proc", process.pid() + "", "status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static void kill(LocalNetwork network, Path store, Random random) throws Exception {
    Process process = start(network, store);
    try (BufferedReader lines = process.inputReader()) {
      int most = 500 + random.nextInt(20_000);
      for (int n = 0; n < most && lines.readLine() != null; n++) {
        continue;
      }
      process.destroyForcibly().waitFor();
    }
  }

  /** Two public keys, a signature, an agreement, a recovery: milliseconds of processor time. */
  private static double curve() {
    byte[] digest = Entropy.seeded(1).bytes(32);
    byte[] other = Secp256k1.publicKey(Secp256k1.newPrivateKey(Entropy.seeded(2)));
    long begin = 0;
    int rounds = 2000;
    for (int i = -rounds; i < rounds; i++) {
      if (i == 0) {
        begin =
            ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().threadId());
      }
      byte[] secret = Secp256k1.newPrivateKey(Entropy.system());
      byte[] key = Secp256k1.newPrivateKey(Entropy.system());
      Secp256k1.publicKey(secret);
      Secp256k1.publicKey(key);
      byte[] signature = Secp256k1.sign(key, digest);
      Secp256k1.sharedX(secret, other);
      var unused = Secp256k1.recover(digest, signature).orElseThrow();
    }
    long end =
        ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().threadId());
    return (end - begin) / 1e6 / rounds;
  }
}
