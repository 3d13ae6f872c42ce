// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Finds out which network a port speaks. Listens first: some peers speak at once. Then greets it
 * politely as one network after the other: first one network of each protocol, most likely first,
 * then the others. A peer that says it belongs elsewhere is greeted as that at once.
 */
public final class Identifier {
  private static final int REMEMBERED = 4096;

  private final PeerAddress place;
  private final Settings settings;
  private final Function<Candidate, Persona> personas;
  private final Host watcher;
  private final List<Probe> probes = new ArrayList<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  /**
   * How long to try.
   *
   * @param dialling how to dial; its whole time is that of one greeting
   * @param listen how long to listen before anything is said; nothing: do not
   * @param whole most time for everything
   */
  public record Settings(Dialler.Settings dialling, Duration listen, Duration whole) {}

  /** A network that the port may speak. */
  public record Candidate(Protocol protocol, Network network) {}

  /**
   * One greeting.
   *
   * @param as what we took the port for
   * @param visit how it went
   * @param likeness what the bytes of both sides look like to that protocol
   */
  public record Probe(Candidate as, Visit visit, Likeness likeness) {
    /** Whether it is that network. */
    public boolean fits() {
      return visit.verdict() == Verdict.REACHED || visit.verdict() == Verdict.FULL;
    }
  }

  /**
   * What was found.
   *
   * @param probe the greeting that tells most
   * @param known whether the protocol is known
   * @param greetings how many were tried
   * @param heard the first bytes that the port ever said
   */
  public record Answer(Probe probe, boolean known, int greetings, byte[] heard) {}

  /**
   * Asks a port.
   *
   * @param place host and port; its scheme is not looked at
   * @param personas who we are for a candidate
   * @param watcher who sees each connection
   */
  public Identifier(
      PeerAddress place, Settings settings, Function<Candidate, Persona> personas, Host watcher) {
    this.place = place;
    this.settings = settings;
    this.personas = personas;
    this.watcher = watcher;
  }

  /** Finds out; {@code tell} hears of each greeting. */
  public Answer find(Consumer<Probe> tell) {
    Instant end = Instant.now().plus(settings.whole());
    List<Candidate> left = rounds(order(candidates(), listen()));
    while (!left.isEmpty() && (probes.isEmpty() || Instant.now().isBefore(end))) {
      Probe probe = probe(left.removeFirst());
      tell.accept(probe);
      if (probe.fits() || probes.size() == 1 && isOutOfReach(probe)) {
        return answer(probe);
      }
      if (probe.visit().verdict() == Verdict.WRONG_NETWORK) {
        Answer answer = elsewhere(probe, left, end, tell);
        if (answer != null) {
          return answer;
        }
      }
    }
    return answer(probes.stream().max(Comparator.comparingInt(Identifier::weight)).orElseThrow());
  }

  /** One network of each protocol first, then all others, each in the given order. */
  private static List<Candidate> rounds(List<Candidate> ordered) {
    Map<Protocol, Candidate> first = new LinkedHashMap<>();
    ordered.forEach(candidate -> first.putIfAbsent(candidate.protocol(), candidate));
    Set<Candidate> rounds = new LinkedHashSet<>(first.values());
    rounds.addAll(ordered);
    return new ArrayList<>(rounds);
  }

  /** The protocol is right: its other networks now, the one that the bytes tell first. */
  private Answer elsewhere(Probe wrong, List<Candidate> left, Instant end, Consumer<Probe> tell) {
    List<Candidate> others = new ArrayList<>(left);
    others.removeIf(other -> other.protocol() != wrong.as().protocol());
    Network told = wrong.likeness().network();
    others.sort(Comparator.comparing(other -> !other.network().equals(told)));
    for (Candidate other : others) {
      if (!Instant.now().isBefore(end)) {
        break;
      }
      left.remove(other);
      Probe probe = probe(other);
      tell.accept(probe);
      if (probe.fits()) {
        return answer(probe);
      }
      if (probe.visit().verdict() != Verdict.WRONG_NETWORK) {
        break; // it has had enough of us, or was never of this protocol
      }
    }
    return null;
  }

  private Answer answer(Probe probe) {
    boolean known = probe.fits() || probe.visit().verdict() == Verdict.WRONG_NETWORK;
    return new Answer(probe, known, probes.size(), heard.toByteArray());
  }

  /** How much a greeting tells: that it is understood, that it was answered, that it was heard. */
  private static int weight(Probe probe) {
    return switch (probe.visit().verdict()) {
      case REACHED, FULL -> 6;
      case WRONG_NETWORK -> 5;
      case CRYPTO_ERROR -> 4;
      case PROTOCOL_ERROR -> 3;
      case HUNG_UP -> 2;
      case SILENT -> 1;
      default -> 0;
    };
  }

  private static boolean isOutOfReach(Probe probe) {
    return switch (probe.visit().verdict()) {
      case REFUSED, UNREACHABLE, TIMEOUT, PROXY_ERROR -> true;
      default -> false;
    };
  }

  /**
   * Networks that share their id cannot be told apart: the one whose own port it is speaks for all
   * of them, or else the first.
   */
  private List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    for (Protocol protocol : Protocols.all()) {
      List<Network> kept = new ArrayList<>();
      for (Network network : protocol.networks()) {
        int same = alike(kept, network);
        if (same < 0) {
          kept.add(network);
        } else if (kept.get(same).port() != place.port() && network.port() == place.port()) {
          kept.set(same, network);
        }
      }
      kept.forEach(network -> all.add(new Candidate(protocol, network)));
    }
    return all;
  }

  private static int alike(List<Network> networks, Network network) {
    for (int i = 0; i < networks.size(); i++) {
      if (Arrays.equals(networks.get(i).id(), network.id())) {
        return i;
      }
    }
    return -1;
  }

  /** Most likely first: by what the port said unasked, then those whose own port it is. */
  private List<Candidate> order(List<Candidate> all, byte[] said) {
    Map<Protocol, Likeness> likenesses = new LinkedHashMap<>();
    for (Candidate candidate : all) {
      likenesses.computeIfAbsent(
          candidate.protocol(), protocol -> likeness(protocol, new byte[0], said, new Secrets()));
    }
    List<Candidate> ordered = new ArrayList<>(all);
    ordered.sort(
        Comparator.comparing(
                (Candidate c) ->
                    said.length == 0 ? 0 : -likenesses.get(c.protocol()).degree().ordinal())
            .thenComparing(c -> !c.network().equals(likenesses.get(c.protocol()).network()))
            .thenComparing(c -> c.network().port() != place.port()));
    return ordered;
  }

  private Likeness likeness(Protocol protocol, byte[] dialer, byte[] listener, Secrets secrets) {
    return protocol.likeness(new Opening(dialer, listener, place.port(), true), secrets);
  }

  /** What the port says before anybody asks it. */
  private byte[] listen() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Dialler.Settings dialling = settings.dialling();
    if (dialling.proxy() != null || settings.listen().isZero()) {
      return said.toByteArray();
    }
    try (Socket socket = new Socket()) {
      if (dialling.bind() != null) {
        socket.bind(new InetSocketAddress(dialling.bind(), 0));
      }
      int patience = Math.clamp(dialling.connect().toMillis(), 1, Integer.MAX_VALUE);
      socket.connect(
          new InetSocketAddress(InetAddress.getByName(place.host()), place.port()), patience);
      socket.setSoTimeout(Math.clamp(settings.listen().toMillis(), 1, Integer.MAX_VALUE));
      byte[] chunk = new byte[REMEMBERED];
      int count = socket.getInputStream().read(chunk);
      said.write(chunk, 0, Math.max(0, count));
    } catch (IOException e) {
      return said.toByteArray(); // silent so far, or not to be reached: the first greeting will say
    }
    heard.writeBytes(said.toByteArray());
    return said.toByteArray();
  }

  private Probe probe(Candidate as) {
    Persona persona = personas.apply(as);
    PeerAddress address =
        new PeerAddress(as.network().scheme(), place.host(), place.port(), place.options());
    ByteArrayOutputStream dialer = new ByteArrayOutputStream();
    ByteArrayOutputStream listener = new ByteArrayOutputStream();
    Likeness[] likeness = {Likeness.NO};
    Host host =
        new Host() {
          @Override
          public Talk.Watcher welcome(long number, Line line, Talk talk) {
            dialer.reset();
            listener.reset();
            return new Remembering(watcher.welcome(number, line, talk), dialer, listener);
          }

          @Override
          public Talk.Watcher beside(Line line, Talk talk) {
            return watcher.beside(line, talk);
          }

          @Override
          public void farewell(long number, Line line, Talk talk, Talk.Ending ending) {
            // Now, since the secrets are forgotten when the connection is over.
            likeness[0] =
                likeness(
                    as.protocol(), dialer.toByteArray(), listener.toByteArray(), persona.secrets());
            watcher.farewell(number, line, talk, ending);
          }
        };
    Visit visit =
        new Dialler(as.protocol(), settings.dialling())
            .visit(address, Errand.to(Errand.Goal.GREET), persona, probes.size(), host);
    if (heard.size() == 0) {
      heard.writeBytes(listener.toByteArray());
    }
    Probe probe = new Probe(as, visit, likeness[0]);
    probes.add(probe);
    return probe;
  }

  /** Keeps the first bytes of both sides. */
  private record Remembering(
      Talk.Watcher next, ByteArrayOutputStream dialer, ByteArrayOutputStream listener)
      implements Talk.Watcher {
    @Override
    public void event(Talk talk, Event event, Instant when) {
      next.event(talk, event, when);
    }

    @Override
    public void begun(Talk talk) {
      next.begun(talk);
    }

    @Override
    public void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {
      ByteArrayOutputStream kept = from == Side.DIALER ? dialer : listener;
      kept.write(bytes, offset, Math.clamp(REMEMBERED - kept.size(), 0, length));
      next.bytes(from, bytes, offset, length, when);
    }

    @Override
    public void ended(Side from, boolean orderly, Instant when) {
      next.ended(from, orderly, when);
    }
  }
}
