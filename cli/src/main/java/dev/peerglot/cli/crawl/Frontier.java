// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Who is known, who is next, who is done. Pure: no sockets, threads or clocks; time is an argument
 * in milliseconds, one thread at a time. At every moment discovered = done by verdict + in flight +
 * queued.
 *
 * <p>Floods: of each /24, of each /48, and of the addresses that one peer was the first to tell of,
 * only so many may wait or have failed ({@link Rules}). The others are held back; each peer that is
 * found makes room for one more. Who tells the truth is therefore never stopped, and who invents
 * addresses soon is.
 */
public final class Frontier {
  /** Who keeps what changes. Called by the frontier's thread. */
  public interface Log {
    /** Nobody. */
    Log NONE =
        new Log() {
          @Override
          public void changed(Peer peer) {}

          @Override
          public void told(Peer teller, Peer peer, int number, long seen, long now) {}
        };

    /** A peer is new or stands elsewhere than before. */
    void changed(Peer peer);

    /**
     * A peer told of another one.
     *
     * @param number the place in its answer
     * @param seen when it claims to have heard of it last, in seconds since 1970, or 0
     */
    void told(Peer teller, Peer peer, int number, long seen, long now);
  }

  /**
   * An address as it was told.
   *
   * @param seen when the teller claims to have heard of it, in seconds since 1970, or 0
   * @param whyNot why it cannot be dialled at all, or empty
   */
  public record Heard(PeerAddress address, long seen, String whyNot) {}

  /** Room for addresses of one prefix or one teller. */
  static final class Room {
    final String name;
    private final int most;
    private final Queue<Peer> held = new ArrayDeque<>(0);
    private int used;

    Room(String name, int most) {
      this.name = name;
      this.most = most;
    }
  }

  private final Reach reach;
  private final Rules rules;
  private final Exclusions exclusions;
  private final boolean shared;
  private final Log log;
  private final Pace pace;
  private final Tally tally = new Tally();
  private final Map<String, Peer> known = new HashMap<>();
  private final Map<String, Room> prefixes = new HashMap<>();
  private final Set<String> identities = new HashSet<>();
  private long dialled;
  private long duplicates;
  private long overheard;

  /**
   * An empty frontier.
   *
   * @param reach what may be dialled
   * @param shared whether peers are dialled only when they are granted, since others dial too
   */
  public Frontier(Reach reach, Rules rules, Exclusions exclusions, boolean shared, Log log) {
    this.reach = reach;
    this.rules = rules;
    this.exclusions = exclusions;
    this.shared = shared;
    this.log = log;
    this.pace = new Pace(rules);
  }

  /** A peer to begin with. */
  public void seed(PeerAddress address, long now) {
    if (!known.containsKey(address.endpoint())) {
      Peer peer = enter(address, 0, null, now);
      if (exclusions.excluded(address.host(), peer.key)) {
        refuse(peer, "excluded");
      } else {
        queue(peer, now);
      }
    }
  }

  private Peer enter(PeerAddress address, int depth, Peer teller, long heard) {
    String prefix = Prefix.of(address.host());
    Room room = prefixes.computeIfAbsent(prefix, name -> new Room(name, rules.perPrefix()));
    Peer peer = new Peer(address, depth, teller, heard, room);
    known.put(peer.key, peer);
    return peer;
  }

  /**
   * A peer told of others.
   *
   * @return those that were not known yet and will not be dialled
   */
  public List<Peer> hear(Peer teller, List<Heard> answer, long now) {
    List<Peer> refused = new ArrayList<>();
    Set<Peer> noted = new HashSet<>();
    for (int i = 0; i < answer.size(); i++) {
      if (i >= rules.perAnswer()) {
        overheard += answer.size() - i;
        break;
      }
      Heard heard = answer.get(i);
      Peer peer = known.get(heard.address.endpoint());
      if (peer == null) {
        peer = enter(heard.address, teller.depth + 1, teller, now);
        String objection = objection(peer, heard.whyNot);
        if (objection.isEmpty()) {
          admit(peer, now);
        } else {
          refuse(peer, objection);
          refused.add(peer);
        }
      }
      peer.toldBy(teller);
      if (noted.add(peer)) {
        log.told(teller, peer, i, heard.seen, now);
      }
    }
    return refused;
  }

  private String objection(Peer peer, String whyNot) {
    String objection = whyNot.isEmpty() ? reach.objection(peer.address.host()) : whyNot;
    if (!objection.isEmpty()) {
      return objection;
    }
    if (exclusions.excluded(peer.address.host(), peer.key)) {
      return "excluded";
    }
    return peer.depth > rules.maxDepth() ? "beyond the depth of " + rules.maxDepth() : "";
  }

  private void refuse(Peer peer, String why) {
    peer.verdict = Verdict.NOT_DIALLED;
    peer.reason = why;
    move(peer, Peer.State.DONE);
  }

  /** Queues a peer if its prefix and its teller have room, or holds it back. */
  private void admit(Peer peer, long now) {
    Room full = fullRoom(peer);
    if (full != null) {
      full.held.add(peer);
      move(peer, Peer.State.HELD);
    } else {
      use(peer, 1);
      queue(peer, now);
    }
  }

  private Room fullRoom(Peer peer) {
    if (peer.prefix.used >= rules.perPrefix()) {
      return peer.prefix;
    }
    Room source = source(peer);
    return source != null && source.used >= source.most ? source : null;
  }

  private Room source(Peer peer) {
    if (peer.teller == null) {
      return null;
    }
    if (peer.teller.room == null) {
      peer.teller.room = new Room(peer.teller.key, rules.perSource());
    }
    return peer.teller.room;
  }

  private void use(Peer peer, int count) {
    Room source = source(peer);
    if (source != null) {
      peer.prefix.used += count;
      source.used += count;
    }
  }

  private void queue(Peer peer, long now) {
    peer.due = Math.max(peer.due, now);
    move(peer, Peer.State.QUEUED);
    if (!shared) {
      grant(peer);
    }
  }

  /** A queued peer is this process's to dial. */
  public void grant(Peer peer) {
    if (peer.state == Peer.State.QUEUED) {
      tally.move(peer, Peer.State.GRANTED);
      pace.add(peer);
    }
  }

  /** Takes all grants back that are not being dialled: they are others' now. */
  public void revoke() {
    for (Peer peer : pace.clear()) {
      tally.move(peer, Peer.State.QUEUED);
    }
  }

  private void move(Peer peer, Peer.State to) {
    tally.move(peer, to);
    log.changed(peer);
  }

  /** The next peer to dial, or null if none is to be dialled now. */
  public Peer next(long now) {
    if (dialled >= rules.maxPeers()) {
      return null;
    }
    Peer peer = pace.next(now);
    if (peer != null) {
      dialled += peer.attempts == 0 ? 1 : 0;
      peer.attempts++;
      tally.move(peer, Peer.State.FLYING);
    }
    return peer;
  }

  /** When {@link #next} may have one, in milliseconds since 1970. */
  public long wakeAt(long now) {
    return pace.wakeAt(now);
  }

  /**
   * A dialled peer has answered or failed.
   *
   * @param identity who it is, or empty
   * @return whether that is final; if not, it will be dialled again later
   */
  public boolean done(Peer peer, Verdict verdict, String reason, String identity, long now) {
    pace.free(peer);
    peer.reason = reason;
    if (passes(verdict) && peer.attempts <= rules.retries()) {
      peer.due = now + rules.backOff() * (1L << 2 * Math.min(peer.attempts - 1, 10));
      move(peer, Peer.State.QUEUED);
      if (!shared) {
        grant(peer);
      }
      return false;
    }
    peer.verdict = verdict;
    duplicates += verdict == Verdict.REACHED && met(identity) ? 1 : 0;
    move(peer, Peer.State.DONE);
    if (lives(verdict)) {
      makeRoom(peer, now);
    }
    return true;
  }

  private boolean met(String identity) {
    return !identity.isEmpty() && !identities.add(identity);
  }

  private static boolean passes(Verdict verdict) {
    return switch (verdict) {
      case TIMEOUT, UNREACHABLE, SILENT, HUNG_UP, PROXY_ERROR -> true;
      default -> false;
    };
  }

  private static boolean lives(Verdict verdict) {
    return verdict == Verdict.REACHED
        || verdict == Verdict.FULL
        || verdict == Verdict.WRONG_NETWORK;
  }

  private void makeRoom(Peer peer, long now) {
    use(peer, -1);
    release(peer.prefix, now);
    Room source = source(peer);
    if (source != null) {
      release(source, now);
    }
  }

  private void release(Room room, long now) {
    while (room.used < room.most && !room.held.isEmpty()) {
      Peer peer = room.held.remove();
      if (peer.state == Peer.State.HELD) {
        admit(peer, now);
      }
    }
  }

  /**
   * Takes in what is known from elsewhere: an earlier run, another process.
   *
   * @param state QUEUED, HELD or DONE
   */
  public Peer learn(PeerAddress address, int depth, Peer teller, long heard, Standing standing) {
    Peer peer = known.get(address.endpoint());
    if (peer == null) {
      peer = enter(address, depth, teller, heard);
    } else if (peer.state == Peer.State.FLYING
        || peer.state == Peer.State.DONE
        || peer.state == Peer.State.GRANTED && standing.state != Peer.State.DONE) {
      return peer;
    }
    boolean usedRoom = usesRoom(peer);
    dialled += standing.attempts > 0 && peer.attempts == 0 ? 1 : 0;
    peer.attempts = Math.max(peer.attempts, standing.attempts);
    peer.due = standing.due;
    peer.verdict = standing.verdict;
    peer.reason = standing.reason;
    duplicates += standing.verdict == Verdict.REACHED && met(standing.identity) ? 1 : 0;
    tally.move(peer, standing.state);
    use(peer, (usesRoom(peer) ? 1 : 0) - (usedRoom ? 1 : 0));
    if (standing.state == Peer.State.HELD) {
      Room full = fullRoom(peer);
      (full == null ? peer.prefix : full).held.add(peer);
    }
    return peer;
  }

  private static boolean usesRoom(Peer peer) {
    return peer.state != null
        && peer.state != Peer.State.HELD
        && (peer.verdict == null || !lives(peer.verdict) && peer.verdict != Verdict.NOT_DIALLED);
  }

  /**
   * Where a peer stands according to others.
   *
   * @param verdict how it went, or null
   * @param identity who it is, or empty
   */
  public record Standing(
      Peer.State state, int attempts, long due, Verdict verdict, String reason, String identity) {}

  /** Lets everybody in who is held back although there is room, after {@link #learn}. */
  public void settle(long now) {
    if (tally.held() > 0) {
      for (Peer peer : List.copyOf(known.values())) {
        release(peer.prefix, now);
        if (peer.room != null) {
          release(peer.room, now);
        }
      }
    }
  }

  /** Whether nobody is left who may be dialled, and nothing is in flight. */
  public boolean isOver() {
    return tally.flying() == 0 && (tally.queued() == tally.held() || dialled >= rules.maxPeers());
  }

  /** Marks all who wait as not dialled; gives them. */
  public List<Peer> leaveRest(String why) {
    List<Peer> rest = new ArrayList<>();
    for (Peer peer : known.values()) {
      if (peer.state != Peer.State.DONE && peer.state != Peer.State.FLYING) {
        boolean held = peer.state == Peer.State.HELD;
        refuse(peer, held ? "held back: too many of its prefix or source failed" : why);
        rest.add(peer);
      }
    }
    return rest;
  }

  /** A peer by its endpoint, or null. */
  public Peer get(String key) {
    return known.get(key);
  }

  /** Everybody. */
  public Collection<Peer> peers() {
    return known.values();
  }

  /** How many are granted and wait for their turn. */
  public int granted() {
    return pace.size();
  }

  /** The numbers of this moment. */
  public Counts counts() {
    return tally.counts(known.size(), duplicates, overheard);
  }
}
