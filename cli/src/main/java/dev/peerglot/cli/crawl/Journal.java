// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.cli.driver.Visit;

/** Who keeps a crawl beyond this process. Called by one thread at a time. */
public interface Journal extends Frontier.Log {
  /** Nobody. */
  Journal NONE =
      new Journal() {
        @Override
        public void changed(Peer peer) {}

        @Override
        public void told(Peer teller, Peer peer, int number, long seen, long now) {}

        @Override
        public void visited(Peer peer, Visit visit, long now) {}

        @Override
        public boolean isBehind() {
          return false;
        }
      };

  /** A peer was dialled; whether that is final its state says. */
  void visited(Peer peer, Visit visit, long now);

  /** Whether so much is not kept yet that nobody more should be dialled for a moment. */
  boolean isBehind();
}
