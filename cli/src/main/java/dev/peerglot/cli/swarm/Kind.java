// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import java.util.Locale;

/** What a simulated peer is like. */
public enum Kind {
  /** Does everything right. */
  HONEST,
  /** Accepts and never says a word. */
  SILENT,
  /** Does everything right, a second later. */
  SLOW,
  /** Takes no more peers, and says so where the protocol has a word for it. */
  FULL,
  /** Belongs to another network. */
  WRONG_NETWORK,
  /** Says random bytes. */
  GARBAGE,
  /** Closes as soon as it has accepted. */
  HANG_UP,
  /** Tells of peers that do not exist, beside real ones. */
  LIAR,
  /** Does not listen. */
  DEAD;

  /** The word in truth files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
