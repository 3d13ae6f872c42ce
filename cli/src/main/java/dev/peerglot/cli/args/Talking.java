// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Main;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.driver.Socks5;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.crypto.Entropy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands that talk to peers: times, keys, recording, proxy. */
public final class Talking {
  private Talking() {}

  /** Adds them. */
  public static void options(CommandSpec spec, String timeout) {
    Peers.options(spec);
    spec.addOption(
        Common.value("DURATION", "most time for a peer in all (" + timeout + ")", "--timeout"));
    spec.addOption(Common.value("FILE", "append the secrets of connections", "--keylog"));
    spec.addOption(
        Common.value("FILE", "write the traffic as pcapng, with its secrets", "--record"));
    spec.addOption(Common.value("FILE", "identity key (default: a fresh one)", "--key"));
    spec.addOption(Common.value("URL", "dial through socks5://HOST[:PORT]", "--proxy"));
    spec.addOption(Common.value("URL", "dial Tor and I2P hosts through this one", "--onion-proxy"));
    spec.addOption(Common.value("ADDRESS", "our own address", "--bind"));
    spec.addOption(Common.value("TEXT", "name that we give ourselves", "--user-agent"));
    spec.addOption(Common.value("N", "reproducible keys and nonces: not secret!", "--random-seed"));
  }

  /** Adds the option that names what to look for in messages. */
  public static void searching(CommandSpec spec) {
    spec.addOption(
        Common.values(
            "ADDRESS", "say which messages concern it, block filters too (Bitcoin)", "--match"));
  }

  /** What to look for in messages. */
  public static Search search(ParseResult line, Peers.Target target) {
    List<String> wanted = Common.texts(line, "--match");
    try {
      return wanted.isEmpty() ? Search.NOTHING : target.protocol().search(target.network(), wanted);
    } catch (Malformed e) {
      throw Usage.wrong("--match: " + e.line());
    }
  }

  /** How to dial. */
  public static Dialler.Settings settings(ParseResult line, Duration timeout) {
    Duration whole = Durations.of(line, "--timeout", timeout);
    if (whole != null && (whole.isZero() || whole.isNegative())) {
      throw Usage.wrong("--timeout must be more than nothing");
    }
    String proxy = Common.text(line, "--proxy", null);
    String onion = Common.text(line, "--onion-proxy", null);
    Duration connect = Durations.of(line, "--connect-timeout", whole);
    return new Dialler.Settings(
        connect == null ? Duration.ofSeconds(10) : connect,
        Durations.of(line, "--handshake-timeout", null),
        whole,
        proxy == null ? null : Socks5.parse(proxy),
        onion == null ? null : Socks5.parse(onion),
        bind(line));
  }

  /** Our own address, or null for any. */
  public static InetAddress bind(ParseResult line) {
    String bind = Common.text(line, "--bind", null);
    try {
      return bind == null ? null : InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw Usage.wrong("--bind wants an address of this machine, not '" + bind + "'");
    }
  }

  /** Who we are to be. */
  public static Persona persona(ParseResult line, Peers.Target target, Secrets secrets) {
    return new Persona(
        target.network(),
        Common.text(line, "--user-agent", "peerglot/" + Main.VERSION),
        KeyFiles.identity(Common.text(line, "--key", null)),
        entropy(line),
        secrets,
        ConcurrentHashMap.newKeySet(),
        false,
        List::of,
        target.options());
  }

  /** Where our keys and nonces come from. */
  public static Entropy entropy(ParseResult line) {
    String seed = Common.text(line, "--random-seed", null);
    if (seed == null) {
      return Entropy.system();
    }
    try {
      return Entropy.seeded(Long.parseLong(seed));
    } catch (NumberFormatException e) {
      throw Usage.wrong("--random-seed wants a whole number, not '" + seed + "'");
    }
  }

  /** What keeps the traffic and the secrets. */
  public static Recorder recorder(ParseResult line, Secrets secrets) {
    return new Recorder(
        Common.text(line, "--record", null), Common.text(line, "--keylog", null), secrets);
  }
}
