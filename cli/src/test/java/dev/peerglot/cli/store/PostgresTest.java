// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.map.CrawlFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Three processes that share a crawl over a real PostgreSQL, one of which is killed. */
final class PostgresTest {
  private static final int BEFORE_THE_KILL = 40;

  @Test
  void aKilledWorkersPeersComeBackByThemselves() throws Exception {
    Assumptions.assumeTrue(
        Postgres.isInstalled(), "skipped: PostgreSQL's initdb and postgres are not installed here");
    try (Postgres postgres = new Postgres();
        LocalNetwork network = LocalNetwork.talkative("bitshares", 200, 20);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String[] command =
          network.crawl("--json", "--jobs", "10", "--lease", "6s", "--store", postgres.url());
      List<Process> workers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        workers.add(LocalNetwork.process(command));
      }
      try {
        List<Future<List<String>>> printed = new ArrayList<>();
        for (Process worker : workers) {
          boolean victim = worker == workers.getFirst();
          Callable<List<String>> reading = () -> read(worker, victim);
          printed.add(threads.submit(reading));
        }
        Set<String> dialled = new TreeSet<>();
        for (int i = 1; i < 3; i++) {
          for (String record : printed.get(i).get(60, TimeUnit.SECONDS)) {
            if (!record.contains("\"verdict\":\"not-dialled\"")) {
              assertTrue(dialled.add(peer(record)), "crawled twice: " + record);
            }
          }
          assertEquals(0, workers.get(i).waitFor());
        }
        assertTrue(dialled.size() > 30, "the other workers did nothing");
      } finally {
        workers.forEach(Process::destroyForcibly);
      }
      network.judge(CrawlFile.read(postgres.url()));
    }
  }

  private static List<String> read(Process worker, boolean victim) throws IOException {
    List<String> records = new ArrayList<>();
    try (BufferedReader lines = worker.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        records.add(line);
        if (victim && records.size() == BEFORE_THE_KILL) {
          worker.destroyForcibly(); // kill -9
          return records;
        }
      }
    }
    return records;
  }

  private static String peer(String record) {
    int begin = record.indexOf("\"peer\":\"") + 8;
    String peer = record.substring(begin, record.indexOf('"', begin));
    assertNotNull(peer);
    return peer;
  }
}
