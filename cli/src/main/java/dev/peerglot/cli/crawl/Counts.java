// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.Verdict;
import java.util.Map;

/**
 * The numbers of a moment: discovered = all of {@code done} + in flight + queued.
 *
 * @param discovered peers known
 * @param done peers by verdict
 * @param reasons those that were not dialled by reason; they add up to that verdict
 * @param inFlight peers that are being dialled
 * @param queued peers that wait, those held back included
 * @param held those among the queued that are held back by the bounds against floods
 * @param duplicates reached addresses whose identity was reached at another address before
 * @param overheard addresses that were not noted at all, because one peer told of too many
 */
public record Counts(
    long discovered,
    Map<Verdict, Long> done,
    Map<String, Long> reasons,
    int inFlight,
    int queued,
    int held,
    long duplicates,
    long overheard) {
  /** Peers with that verdict. */
  public long of(Verdict verdict) {
    return done.getOrDefault(verdict, 0L);
  }

  /** Peers that are done. */
  public long finished() {
    return done.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether everybody is counted once. */
  public boolean addUp() {
    return discovered == finished() + inFlight + queued
        && of(Verdict.NOT_DIALLED) == reasons.values().stream().mapToLong(Long::longValue).sum();
  }
}
