// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a behaviour has found out about its peer so far. Filled by the behaviour, read by the
 * driver. Belongs to one connection and its thread.
 */
public final class Findings {
  /** The stages that are timed after the connect. */
  public enum Stage {
    /** Keys are agreed. */
    CRYPTO,
    /** The application handshake is over. */
    HANDSHAKE,
    /** The peer told its neighbours. */
    ADDRESSES
  }

  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<Neighbour> neighbours = new ArrayList<>();
  private final List<Duration> roundTrips = new ArrayList<>();
  private final Set<Stage> reached = EnumSet.noneOf(Stage.class);
  private Verdict verdict;
  private String error = "";

  /** Nothing found yet. */
  public Findings() {}

  /**
   * A peer that the peer told of.
   *
   * @param address where it is said to be
   * @param seen when the teller last heard of it, in seconds since 1970, or 0
   * @param whyNot why it cannot be dialled, or empty
   */
  public record Neighbour(PeerAddress address, long seen, String whyNot) {}

  /**
   * Notes a fact: {@code identity}, {@code agent}, {@code version}, {@code services}, {@code
   * height}.
   */
  public void fact(String name, Object value) {
    facts.put(name, value);
  }

  /** Decides how it went; the first decision stands. */
  public void decide(Verdict how, String why) {
    if (verdict == null) {
      verdict = how;
      error = why;
    }
  }

  /** Says what went wrong although the verdict stands. */
  public void complain(String why) {
    if (error.isEmpty()) {
      error = why;
    }
  }

  /** Notes that a stage is over. */
  public void reach(Stage stage) {
    reached.add(stage);
  }

  /** The facts in the order of the record. */
  public Map<String, Object> facts() {
    return facts;
  }

  /** The peers that the peer told of; the behaviour adds to them. */
  public List<Neighbour> neighbours() {
    return neighbours;
  }

  /** Times from each ping to its answer; the behaviour adds to them. */
  public List<Duration> roundTrips() {
    return roundTrips;
  }

  /** The stages that are over. */
  public Set<Stage> stages() {
    return reached;
  }

  /** How it went, or null while that is open. */
  public Verdict verdict() {
    return verdict;
  }

  /** What went wrong, in one line; empty if nothing did. */
  public String error() {
    return error;
  }
}
