// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.NetworkOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The networks of BitShares. What tells them apart is the chain id, SHA-256 of the genesis file,
 * which travels inside the encrypted hello; there is no magic. Seeds: {@code
 * libraries/egenesis/seed-nodes.txt} and, for the testnet, {@code seed-nodes-testnet.txt}.
 */
final class Networks {
  static final Network MAIN =
      new Network(
          "bitshares",
          "BitShares mainnet",
          Hex.parse("4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8"),
          1776,
          List.of(
              "bts-seed1.abit-more.com:62015",
              "seed.roelandp.nl:1776",
              "seed1.xbts.io:1776",
              "seed2.xbts.io:1776",
              "seed4.xbts.io:1776",
              "seeds.btsnodes.com:1776"));

  static final Network TEST =
      new Network(
          "bitshares-testnet",
          "BitShares public testnet",
          Hex.parse("39f5e2ede1f8bc1a3a54a7914414e3779e33193f1f5693510e73cb7a87617447"),
          1776,
          List.of("bts-testnet-seed1.abit-more.com:1779", "testnet-seed.xbts.io:1778"));

  static final List<Network> ALL = List.of(MAIN, TEST);

  private Networks() {}

  static boolean isMain(byte[] chainId) {
    return Arrays.equals(chainId, MAIN.id());
  }

  static boolean isTest(byte[] chainId) {
    return Arrays.equals(chainId, TEST.id());
  }

  static Network with(Network base, Map<String, String> options) {
    Network network = base;
    for (Map.Entry<String, String> option : options.entrySet()) {
      if (!option.getKey().equals("chain-id")) {
        throw Malformed.wrong(
            "option '" + option.getKey() + "' is not known to BitShares; it has chain-id", -1);
      }
      network = network.withId(NetworkOption.hex(option, 32));
    }
    return network;
  }

  /** What a peer URL must say beside the scheme to mean this network. */
  static Map<String, String> options(Network network) {
    boolean usual = ALL.stream().anyMatch(network::equals);
    return usual ? Map.of() : Map.of("chain-id", Hex.of(network.id()));
  }
}
