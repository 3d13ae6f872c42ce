// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.view.Nearest;
import dev.peerglot.crypto.hash.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Peers and networks as they are named on the command line. */
public final class Peers {
  private static final int MOST = 10_000_000;

  private Peers() {}

  /**
   * A peer with the protocol and network that its URL and the options name.
   *
   * @param address where it is, with its port
   * @param protocol what it speaks
   * @param network the network that we expect it on
   * @param options what else the URL and the command line say
   */
  public record Target(
      PeerAddress address, Protocol protocol, Network network, Map<String, String> options) {}

  /** Adds the options that say which private chain is meant. */
  public static void options(CommandSpec spec) {
    spec.addOption(Common.value("HEX", "chain id of a private chain (BitShares)", "--chain-id"));
    spec.addOption(Common.value("HEX", "magic of a private chain (Bitcoin family)", "--magic"));
    spec.addOption(Common.value("v1|v2|auto", "which transport to speak (Bitcoin)", "--transport"));
    spec.addOption(
        Common.value("FILE", "genesis file, where the id of a chain is its hash", "--genesis"));
  }

  /** The network options of a command line, as they would stand in a peer URL. */
  public static Map<String, String> options(ParseResult line) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String name : List.of("chain-id", "magic", "transport")) {
      if (line.commandSpec().findOption("--" + name) != null
          && line.hasMatchedOption("--" + name)) {
        options.put(name, Common.text(line, "--" + name, ""));
      }
    }
    String genesis = Common.text(line, "--genesis", null);
    if (genesis != null) {
      try {
        options.put("chain-id", Hex.of(Sha256.of(Files.readAllBytes(Path.of(genesis)))));
      } catch (IOException e) {
        throw Usage.wrong("cannot read the genesis file " + genesis);
      }
    }
    return options;
  }

  /** The network of a name, with the options of the command line. */
  public static Target network(String scheme, ParseResult line) {
    return target(new PeerAddress(scheme, "0.0.0.0", 0), options(line));
  }

  /** The peer of a URL, with the options of the command line. */
  public static Target parse(String url, ParseResult line) {
    return target(PeerAddress.parse(url), options(line));
  }

  private static Target target(PeerAddress address, Map<String, String> more) {
    Protocol protocol = protocol(address.network());
    Map<String, String> options = new LinkedHashMap<>(more);
    options.putAll(address.options());
    Network base = Protocols.network(protocol, address.network()).orElseThrow();
    Network network = protocol.network(base, options);
    int port = address.port() == 0 ? network.port() : address.port();
    return new Target(
        new PeerAddress(address.network(), address.host(), port, address.options()),
        protocol,
        network,
        options);
  }

  /** The protocol that has a network of that name. */
  public static Protocol protocol(String scheme) {
    return Protocols.ofScheme(scheme)
        .orElseThrow(
            () -> {
              List<String> near = Nearest.to(scheme, Protocols.schemes());
              return Usage.wrong(
                  "there is no network '"
                      + scheme
                      + "'; "
                      + (near.isEmpty()
                          ? "there are " + String.join(", ", Protocols.schemes())
                          : "did you mean " + String.join(" or ", near) + "?"));
            });
  }

  /** All peers of the parameters; {@code -} stands for one a line from standard input. */
  public static List<Target> all(List<String> words, ParseResult line) {
    List<Target> targets = new ArrayList<>();
    for (String word : words) {
      if (!word.equals("-")) {
        targets.add(parse(word, line));
        continue;
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      try {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
          String url = text.strip();
          if (!url.isEmpty() && !url.startsWith("#") && targets.size() < MOST) {
            targets.add(parse(url, line));
          }
        }
      } catch (IOException e) {
        throw Malformed.wrong("standard input cannot be read: " + e.getMessage(), -1);
      }
    }
    if (targets.isEmpty()) {
      throw Usage.wrong("no peer is named");
    }
    return targets;
  }
}
