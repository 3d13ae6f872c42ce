// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.Main;
import dev.peerglot.cli.map.CrawlFile;
import dev.peerglot.cli.map.Node;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.swarm.Kind;
import dev.peerglot.cli.swarm.Plan;
import dev.peerglot.cli.swarm.Swarm;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A swarm in this process and crawls of it, here or in processes of their own. */
final class LocalNetwork implements AutoCloseable {
  private static final Map<Kind, Set<String>> RIGHT =
      Map.of(
          Kind.HONEST, Set.of("reached"),
          Kind.SLOW, Set.of("reached"),
          Kind.LIAR, Set.of("reached"),
          Kind.SILENT, Set.of("silent"),
          Kind.FULL, Set.of("full", "hung-up"),
          // As Core does, a Bitcoin node of another network closes without a word.
          Kind.WRONG_NETWORK, Set.of("wrong-network", "hung-up", "crypto-error"),
          // Behind Bitcoin's v2 key noise looks like another network's words (BIP 324).
          Kind.GARBAGE, Set.of("crypto-error", "protocol-error", "wrong-network", "hung-up"),
          Kind.HANG_UP, Set.of("hung-up"),
          Kind.DEAD, Set.of("refused"));

  private final Plan plan;
  private final String timeout;
  private final Swarm swarm;

  /** Without silent peers, whose time has to run out; others then have all the time they need. */
  static LocalNetwork talkative(String scheme, int nodes, int awkward) throws IOException {
    Plan plan = Plan.of(nodes, awkward, nodes);
    List<Kind> kinds =
        plan.kinds().stream().map(kind -> kind == Kind.SILENT ? Kind.HANG_UP : kind).toList();
    return new LocalNetwork(scheme, new Plan(kinds, plan.knows()), nodes, "30s");
  }

  /** With all kinds of peers. */
  static LocalNetwork whole(String scheme, int nodes, int awkward, String timeout)
      throws IOException {
    return new LocalNetwork(scheme, Plan.of(nodes, awkward, nodes), nodes, timeout);
  }

  private LocalNetwork(String scheme, Plan plan, int nodes, String timeout) throws IOException {
    Protocol protocol = Protocols.ofScheme(scheme).orElseThrow();
    this.plan = plan;
    this.timeout = timeout;
    swarm = new Swarm(protocol, Protocols.network(protocol, scheme).orElseThrow(), plan, nodes);
    swarm.start();
  }

  /** The words of a command that crawls it. */
  String[] crawl(String... more) {
    List<String> words = new ArrayList<>(List.of("crawl", swarm.addresses().getFirst().toString()));
    words.addAll(List.of("--timeout", timeout, "--back-off", "100ms", "-q"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** A process of its own that runs a command, soon. */
  static Process process(String... words) throws IOException {
    return process(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), words);
  }

  /** A process of its own that runs a command as the launcher does. */
  static Process optimised(String... words) throws IOException {
    return process(List.of("-Xmx320m"), words);
  }

  private static Process process(List<String> options, String... words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(words));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs a command in this process; gives what it prints. */
  static List<String> run(int status, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(
        status,
        Main.run(new Console(out, err, false, false, 100), words),
        () -> err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Every reachable peer has its right verdict, and no invented one was believed. */
  void judge(List<Node> nodes) {
    Map<String, Node> found = new HashMap<>();
    nodes.forEach(node -> assertEquals(null, found.put(node.peer(), node), node.peer()));
    for (int i = 0; i < plan.kinds().size(); i++) {
      Node node = found.remove(swarm.addresses().get(i).toString());
      assertTrue(
          node != null && RIGHT.get(plan.kinds().get(i)).contains(node.verdict()),
          plan.kinds().get(i) + ": " + node);
    }
    found.values().forEach(node -> assertTrue(!node.isReached(), node.peer() + " is a lie"));
  }

  /** Whether the silent ones are known as such. */
  void judgeSilence(List<Node> nodes) {
    Map<String, String> found = new HashMap<>();
    nodes.forEach(node -> found.put(node.peer(), node.verdict()));
    for (int i = 0; i < plan.kinds().size(); i++) {
      if (plan.kinds().get(i) == Kind.SILENT) {
        assertEquals("silent", found.get(swarm.addresses().get(i).toString()));
      }
    }
  }

  /** What must be the same however often a crawl was ended and begun again. */
  static Map<String, String> essence(List<Node> nodes) {
    Map<String, String> essence = new TreeMap<>();
    for (Node node : nodes) {
      if (!node.verdict().equals("protocol-error") && !node.verdict().equals("crypto-error")) {
        essence.put(
            node.peer(),
            node.verdict() + " " + node.identity() + " " + new TreeSet<>(node.neighbours()));
      }
    }
    return essence;
  }

  static List<Node> read(Path store) {
    return CrawlFile.read(store.toString());
  }

  @Override
  public void close() throws IOException {
    swarm.close();
  }
}
