// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.List;

/**
 * A peer of a crawl.
 *
 * @param peer its URL
 * @param verdict the word
 * @param error why it failed or was not dialled, or empty
 * @param identity who it is, or empty
 * @param agent what it calls itself, or empty
 * @param version of the protocol, or empty
 * @param services what it offers, or empty
 * @param height its best block, or empty
 * @param depth steps from the seeds
 * @param neighbours the URLs that it told of
 * @param line the record as JSON
 */
public record Node(
    String peer,
    String verdict,
    String error,
    String identity,
    String agent,
    String version,
    String services,
    String height,
    int depth,
    List<String> neighbours,
    String line) {
  /** Whether its handshake was completed. */
  public boolean isReached() {
    return verdict.equals("reached");
  }

  /** Whether somebody was there at all. */
  public boolean hasAnswered() {
    return switch (verdict) {
      case "not-dialled", "refused", "timeout", "unreachable", "proxy-error" -> false;
      default -> true;
    };
  }

  /** Host and port. */
  public String place() {
    String rest = peer.substring(peer.indexOf("://") + 3);
    int question = rest.indexOf('?');
    return question < 0 ? rest : rest.substring(0, question);
  }

  /** Its address or name, without brackets and port. */
  public String host() {
    String place = place();
    if (place.startsWith("[")) {
      return place.substring(1, Math.max(1, place.indexOf(']')));
    }
    int colon = place.lastIndexOf(':');
    return colon < 0 || place.indexOf(':') != colon ? place : place.substring(0, colon);
  }
}
