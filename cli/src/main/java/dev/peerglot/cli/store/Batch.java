// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.cli.driver.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be written next, as it stood at one moment. */
final class Batch {
  /** Peers as they stand; a new one is not in the store yet. */
  record Row(
      Peer peer,
      boolean isNew,
      String state,
      String verdict,
      String reason,
      int attempts,
      long due) {}

  /** What a peer said. */
  record Told(String teller, String peer, int number, long heard, long seen) {}

  /** What came of a dial. */
  record Result(Visit visit, long when) {}

  private final Map<Peer, Result> results = new LinkedHashMap<>();
  private final Map<Peer, Row> rows = new LinkedHashMap<>();
  private final List<Told> told = new ArrayList<>();

  Map<Peer, Result> results() {
    return results;
  }

  Map<Peer, Row> rows() {
    return rows;
  }

  List<Told> told() {
    return told;
  }

  boolean isEmpty() {
    return results.isEmpty() && rows.isEmpty() && told.isEmpty();
  }

  int size() {
    return rows.size() + told.size();
  }
}
