// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.crawl.Frontier;
import dev.peerglot.cli.crawl.Peer;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** What a frontier needs to know of a peer that is kept. */
record StoredPeer(
    PeerAddress address, int depth, String teller, long heard, Frontier.Standing standing) {
  static final String QUERY =
      "select url, depth, teller, heard, state, attempts, due, verdict, reason, identity from"
          + " peers";

  static StoredPeer of(ResultSet row) throws SQLException {
    String verdict = row.getString(8);
    String identity = row.getString(10);
    return new StoredPeer(
        PeerAddress.parse(row.getString(1)),
        row.getInt(2),
        row.getString(3),
        row.getLong(4),
        new Frontier.Standing(
            Peer.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
            row.getInt(6),
            row.getLong(7),
            verdict == null ? null : verdict(verdict),
            row.getString(9),
            identity == null ? "" : identity));
  }

  static Verdict verdict(String word) {
    return Verdict.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  void teach(Frontier frontier) {
    Peer source = teller == null ? null : frontier.get(teller);
    frontier.learn(address, depth, source, heard, standing).keep();
  }
}
