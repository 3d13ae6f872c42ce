// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A peer of a crawl, as its frontier knows it. Changed by the frontier alone. */
public final class Peer {
  /** Where a peer stands. */
  public enum State {
    /** Known; waits until its prefix and its source have room. */
    HELD,
    /** To be dialled by whoever takes it. */
    QUEUED,
    /** To be dialled by this process. */
    GRANTED,
    /** Being dialled by this process. */
    FLYING,
    /** Done, with a verdict. */
    DONE
  }

  private static final int MOST_SOURCES = 200;

  final PeerAddress address;
  final String key;
  final int depth;
  final Peer teller;
  final long heard;
  final Frontier.Room prefix;
  State state;
  Verdict verdict;
  String reason = "";
  int attempts;
  long due;
  boolean paced;
  private boolean kept;
  private List<Peer> sources = List.of();

  /** Room for addresses that this peer was the first to tell of; null until it tells of any. */
  Frontier.Room room;

  Peer(PeerAddress address, int depth, Peer teller, long heard, Frontier.Room prefix) {
    this.address = address;
    this.key = address.endpoint();
    this.depth = depth;
    this.teller = teller;
    this.heard = heard;
    this.prefix = prefix;
    if (teller != null) {
      sources = List.of(teller);
    }
  }

  /** Notes one more who told of it, unless there are many already. */
  public void toldBy(Peer source) {
    if (sources.size() >= MOST_SOURCES || sources.contains(source)) {
      return;
    }
    if (!(sources instanceof ArrayList)) {
      sources = new ArrayList<>(sources);
    }
    sources.add(source);
  }

  /** Where it is. */
  public PeerAddress address() {
    return address;
  }

  /** What tells it from others: {@code host:port}. */
  public String key() {
    return key;
  }

  /** Who told us of it, the first one first, at most 200; nobody for a seed. */
  public List<Peer> sources() {
    return sources;
  }

  /** Who told us first, or null for a seed. */
  public Peer teller() {
    return teller;
  }

  /** How many steps it is away from the seeds. */
  public int depth() {
    return depth;
  }

  /** When we first heard of it, in milliseconds since 1970. */
  public long heard() {
    return heard;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** How it went, or null while it is not done. */
  public Verdict verdict() {
    return verdict;
  }

  /** Why it was not dialled or what failed; empty if nothing did. */
  public String reason() {
    return reason;
  }

  /** How often it was dialled. */
  public int attempts() {
    return attempts;
  }

  /** When it may be dialled, in milliseconds since 1970. */
  public long due() {
    return due;
  }

  /** Whether it is in the store. */
  public boolean isKept() {
    return kept;
  }

  /** It is in the store. */
  public void keep() {
    kept = true;
  }

  /** Its /24 or /48. */
  public String prefix() {
    return prefix.name;
  }
}
