// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

/**
 * What a crawl may do.
 *
 * @param maxDepth steps from the seeds beyond which nobody is dialled
 * @param maxPeers how many peers may be dialled in all
 * @param retries how often a failure that may pass is tried again
 * @param backOff milliseconds before the first retry; each further one waits four times as long
 * @param rate connections a second in all; 0 for no limit
 * @param prefixRate connections a second to one /24 or /48; 0 for no limit
 * @param perPrefix addresses of one /24 or /48 that may wait or have failed; every peer that is
 *     found there makes room for one more
 * @param perSource the same for the addresses that one peer was the first to tell of
 * @param perAnswer addresses of one peer that are noted at all
 */
public record Rules(
    int maxDepth,
    long maxPeers,
    int retries,
    long backOff,
    double rate,
    double prefixRate,
    int perPrefix,
    int perSource,
    int perAnswer) {
  /** No limits but those against floods. */
  public static final Rules LOCAL =
      new Rules(Integer.MAX_VALUE, Long.MAX_VALUE, 1, 2000, 0, 0, 256, 2000, 10_000);

  /** The same with the rates of a guest on other people's networks. */
  public static final Rules PUBLIC =
      new Rules(Integer.MAX_VALUE, Long.MAX_VALUE, 1, 2000, 200, 8, 256, 2000, 10_000);

  /** The same with budgets. */
  public Rules within(int depth, long peers) {
    return new Rules(
        depth, peers, retries, backOff, rate, prefixRate, perPrefix, perSource, perAnswer);
  }

  /** The same with other retries. */
  public Rules retrying(int times, long firstWait) {
    return new Rules(
        maxDepth, maxPeers, times, firstWait, rate, prefixRate, perPrefix, perSource, perAnswer);
  }

  /** The same with other rates. */
  public Rules at(double all, double each) {
    return new Rules(
        maxDepth, maxPeers, retries, backOff, all, each, perPrefix, perSource, perAnswer);
  }

  /** The same with other bounds against floods. */
  public Rules bounding(int prefix, int source) {
    return new Rules(
        maxDepth, maxPeers, retries, backOff, rate, prefixRate, prefix, source, perAnswer);
  }
}
