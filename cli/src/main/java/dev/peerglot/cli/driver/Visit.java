// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of dialling a peer.
 *
 * @param peer where it is
 * @param verdict how it went
 * @param error what went wrong, in one line; empty if nothing did
 * @param transport which transport was spoken; empty where the network has one
 * @param facts what the peer said of itself, in the order of the record
 * @param neighbours the peers that it told of
 * @param roundTrips times from each ping to its answer
 * @param timings nanoseconds by stage
 */
public record Visit(
    PeerAddress peer,
    Verdict verdict,
    String error,
    String transport,
    Map<String, Object> facts,
    List<Findings.Neighbour> neighbours,
    List<Duration> roundTrips,
    Map<String, Long> timings) {

  static Visit of(
      PeerAddress peer, Findings findings, String transport, Map<String, Long> timings) {
    return new Visit(
        peer,
        findings.verdict(),
        findings.error(),
        transport,
        Collections.unmodifiableMap(new LinkedHashMap<>(findings.facts())),
        List.copyOf(findings.neighbours()),
        List.copyOf(findings.roundTrips()),
        timings);
  }

  /** A peer with which no conversation began. */
  public static Visit failed(
      PeerAddress peer, Verdict verdict, String error, Map<String, Long> timings) {
    return new Visit(peer, verdict, error, "", Map.of(), List.of(), List.of(), timings);
  }
}
