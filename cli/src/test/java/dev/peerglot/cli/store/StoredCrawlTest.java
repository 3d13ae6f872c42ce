// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.map.CrawlFile;
import dev.peerglot.cli.map.Node;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crawls of a real local network that are kept in a file. */
final class StoredCrawlTest {
  @ParameterizedTest
  @ValueSource(strings = {"bitshares", "bitcoin"})
  void aCrawlIsKeptSealedAndShownAgain(String scheme, @TempDir Path folder) throws Exception {
    Path store = folder.resolve("crawl.db");
    try (LocalNetwork network = LocalNetwork.talkative(scheme, 60, 40)) {
      List<String> printed =
          LocalNetwork.run(ExitStatus.OK, network.crawl("--json", "--store", store.toString()));
      network.judge(LocalNetwork.read(store));
      assertEquals(
          sorted(printed),
          sorted(LocalNetwork.run(ExitStatus.OK, "map", store.toString(), "--json")));
      assertEquals(
          List.of(),
          LocalNetwork.run(ExitStatus.OK, network.crawl("--json", "--store", store.toString())));
    }
    Map<String, Long> numbers = numbers(store);
    assertEquals(numbers.get("peers"), numbers.get("verdicts"));
    assertEquals(1, numbers.get("sealed"));
    assertEquals(0, numbers.get("open"));
    assertTrue(numbers.get("liars") > 0, "nobody is seen to lie");
  }

  private static List<String> sorted(List<String> records) {
    // Sources grow after a record was printed.
    return records.stream()
        .map(record -> record.replaceFirst("\"sources\":\\[[^]]*]", ""))
        .sorted()
        .toList();
  }

  private static Map<String, Long> numbers(Path store) throws Exception {
    Map<String, Long> numbers = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      Map<String, String> queries =
          Map.of(
              "peers", "select count(*) from peers",
              "verdicts", "select sum(peers) from verdicts",
              "sealed", "select count(*) from crawl where sealed is not null and counts like '{%'",
              "open", "select count(*) from peers where state <> 'done' or lease_owner is not null",
              "liars", "select count(*) from tellers where lies > 0.9 and told > 100",
              "agents", "select count(*) from agents",
              "identities", "select count(*) from identities",
              "edges", "select count(*) from edges",
              "sources", "select count(*) from sources where claimed_age > 100");
      for (Map.Entry<String, String> query : queries.entrySet()) {
        try (ResultSet row = statement.executeQuery(query.getValue())) {
          numbers.put(query.getKey(), row.getLong(1));
        }
      }
    }
    return numbers;
  }

  @Test
  void aCrawlThatIsKilledGoesOnWhereItWas(@TempDir Path folder) throws Exception {
    Random random = new Random(5);
    try (LocalNetwork network = LocalNetwork.talkative("bitshares", 100, 20)) {
      List<Node> whole = read(LocalNetwork.run(0, network.crawl("--json")), folder);
      Path store = folder.resolve("killed.db");
      for (int i = 0; i < 2; i++) {
        Process process =
            LocalNetwork.process(network.crawl("--json", "--jobs", "20", "--store", store + ""));
        try (BufferedReader lines = process.inputReader()) {
          for (int n = 20 + random.nextInt(60); n > 0; n--) {
            assertNotNull(lines.readLine(), "it ended before it was killed");
          }
          process.destroyForcibly(); // kill -9
          assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        }
      }
      LocalNetwork.run(0, network.crawl("--json", "--store", store + ""));
      network.judge(LocalNetwork.read(store));
      assertTrue(
          LocalNetwork.essence(whole).equals(LocalNetwork.essence(LocalNetwork.read(store))),
          "the result is another one than without kills");
    }
  }

  private static List<Node> read(List<String> records, Path folder) throws Exception {
    Path file = folder.resolve("records.jsonl");
    Files.write(file, records);
    return CrawlFile.read(file.toString());
  }

  @Test
  void silentPeersAreTriedAgainAndTold(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("silent.db");
    try (LocalNetwork network = LocalNetwork.whole("bitshares", 30, 60, "1s")) {
      LocalNetwork.run(0, network.crawl("--retries", "1", "--store", store.toString()));
      network.judgeSilence(LocalNetwork.read(store));
    }
  }

  @Test
  void theBudgetOfPeersHoldsOverSeveralRuns(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("budget.db");
    try (LocalNetwork network = LocalNetwork.talkative("bitshares", 60, 0)) {
      LocalNetwork.run(0, network.crawl("--max-peers", "7", "--store", store.toString()));
      List<Node> nodes = LocalNetwork.read(store);
      assertEquals(7, nodes.stream().filter(Node::isReached).count());
      assertTrue(
          nodes.stream()
              .filter(node -> !node.isReached())
              .allMatch(node -> node.error().equals("beyond the budget of 7 peers")));
      LocalNetwork.run(0, network.crawl("--max-peers", "9", "--store", store.toString()));
      assertEquals(7, LocalNetwork.read(store).stream().filter(Node::isReached).count());
    }
  }

  @Test
  void aStoreOfSomethingElseIsRefused(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "this is no database, only text\n");
    LocalNetwork.run(
        ExitStatus.BAD_INPUT, "crawl", "bitshares://127.0.0.1:1", "--store", text + "");
    Path store = folder.resolve("crawl.db");
    LocalNetwork.run(0, "crawl", "bitshares://127.0.0.1:1", "-q", "--store", store + "");
    LocalNetwork.run(ExitStatus.USAGE, "crawl", "bitcoin://127.0.0.1:1", "--store", store + "");
    LocalNetwork.run(
        ExitStatus.BAD_INPUT,
        "crawl",
        "bitshares://127.0.0.1:1",
        "--store",
        "postgresql://nobody@127.0.0.1:1/none");
  }
}
