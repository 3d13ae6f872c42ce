// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.crawl.Exclusions;
import dev.peerglot.cli.crawl.Reach;
import dev.peerglot.cli.crawl.Rules;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of a crawl: budgets, rates, whom to leave alone, where to begin. */
public final class Crawling {
  private Crawling() {}

  /** Adds them. */
  public static void options(CommandSpec spec) {
    spec.addOption(Common.value("N", "dial so many peers at most", "--max-peers"));
    spec.addOption(Common.value("N", "go so many steps from the seeds at most", "--max-depth"));
    spec.addOption(Common.value("DURATION", "dial nobody after that time", "--max-time"));
    spec.addOption(
        Common.value("N", "connections a second (200 on public networks; 0: no limit)", "--rate"));
    spec.addOption(
        Common.value(
            "N", "connections a second to one /24 or /48 (8 on public networks)", "--prefix-rate"));
    spec.addOption(Common.value("N", "retries of failures that may pass (1)", "--retries"));
    spec.addOption(
        Common.value(
            "DURATION", "wait before the first retry, then four times that (2s)", "--back-off"));
    spec.addOption(
        Common.value("N", "addresses of one /24 or /48 that may fail (256)", "--max-per-prefix"));
    spec.addOption(
        Common.value("N", "addresses told by one peer that may fail (2000)", "--max-per-source"));
    spec.addOption(
        Common.value("DURATION", "most time for TCP and the proxy", "--connect-timeout"));
    spec.addOption(
        Common.value("DURATION", "most time for the handshake after that", "--handshake-timeout"));
    spec.addOption(
        Common.value("FILE", "never dial these: an address, network or name a line", "--exclude"));
    spec.addOption(Common.value("TEXT", "how to reach you, told to every peer", "--contact"));
    spec.addOption(Common.flag("dial nobody, say who would be", "--dry-run"));
  }

  /** What the crawl may do. */
  public static Rules rules(ParseResult line, boolean local) {
    Rules usual = local ? Rules.LOCAL : Rules.PUBLIC;
    long backOff = Durations.of(line, "--back-off", Duration.ofMillis(usual.backOff())).toMillis();
    return usual
        .within(
            Common.number(line, "--max-depth", Integer.MAX_VALUE, 0),
            Common.number(line, "--max-peers", Integer.MAX_VALUE, 1))
        .retrying(Common.number(line, "--retries", usual.retries(), 0), backOff)
        .at(
            Common.rate(line, "--rate", usual.rate()),
            Common.rate(line, "--prefix-rate", usual.prefixRate()))
        .bounding(
            Common.number(line, "--max-per-prefix", usual.perPrefix(), 1),
            Common.number(line, "--max-per-source", usual.perSource(), 1));
  }

  /** How long the peers that a process has taken are kept for it when it is silent. */
  public static Duration lease(ParseResult line) {
    Duration lease = Durations.of(line, "--lease", Duration.ofSeconds(15));
    if (lease.toMillis() < 1000) {
      throw Usage.wrong("--lease wants at least 1s");
    }
    return lease;
  }

  /** Who we are to be: our name, with how to reach whoever crawls. */
  public static Persona persona(ParseResult line, Peers.Target target, Secrets secrets) {
    Persona usual = Talking.persona(line, target, secrets);
    String contact = Common.text(line, "--contact", null);
    return contact == null
        ? usual
        : new Persona(
            target.network(),
            usual.agent() + " (+" + contact + ")",
            usual.key(),
            usual.entropy(),
            secrets,
            usual.company(),
            usual.full(),
            usual.neighbours(),
            usual.options());
  }

  /** Whom to leave alone. */
  public static Exclusions exclusions(ParseResult line) {
    String file = Common.text(line, "--exclude", null);
    return file == null ? Exclusions.NONE : Exclusions.read(file);
  }

  /** The seeds that a network's own software begins with. */
  private static List<String> ofNetwork(String scheme) {
    Network network = Protocols.network(Peers.protocol(scheme), scheme).orElseThrow();
    if (network.seeds().isEmpty()) {
      throw Usage.wrong(scheme + " has no seeds of its own; name a peer: " + scheme + "://HOST");
    }
    return network.seeds().stream().map(seed -> scheme + "://" + seed).toList();
  }

  /** The seeds, all of one network. */
  public static List<Peers.Target> seeds(ParseResult line) {
    List<String> words = new ArrayList<>();
    for (String word : Common.rest(line, 0)) {
      words.addAll(word.matches("[\\w-]*\\w") ? ofNetwork(word) : List.of(word));
    }
    List<Peers.Target> seeds = Peers.all(words, line);
    Peers.Target first = seeds.getFirst();
    for (Peers.Target seed : seeds) {
      if (!seed.network().equals(first.network())) {
        throw Usage.wrong(
            "all seeds of a crawl must be of one network, but there are "
                + first.address()
                + " and "
                + seed.address());
      }
    }
    return seeds;
  }

  /**
   * Every address that the seeds stand for: a name may have many (the DNS seeds of Bitcoin do). A
   * name that nobody knows stays, and fails later by itself.
   */
  public static List<PeerAddress> addresses(List<Peers.Target> seeds, boolean proxied) {
    List<PeerAddress> all = new ArrayList<>();
    for (Peers.Target seed : seeds) {
      PeerAddress peer = seed.address();
      if (proxied || Reach.zone(peer.host()) != Reach.Zone.NAME) {
        all.add(peer);
        continue;
      }
      try {
        List<InetAddress> found =
            new ArrayList<>(Arrays.asList(InetAddress.getAllByName(peer.host())));
        if (found.getFirst().isLoopbackAddress()) {
          found.subList(1, found.size()).clear();
        }
        for (InetAddress address : found) {
          all.add(
              new PeerAddress(
                  peer.network(), address.getHostAddress(), peer.port(), peer.options()));
        }
      } catch (UnknownHostException e) {
        all.add(peer);
      }
    }
    return all;
  }
}
