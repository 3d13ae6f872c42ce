// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.NetworkOption;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The networks of Bitcoin and of the coins that speak the same wire. What tells them apart is the
 * magic, four bytes in front of every message (mixed into the keys by the version 2 transport); it
 * does not always: half the coins have Bitcoin's regtest magic for their own. From {@code
 * src/kernel/chainparams.cpp} of Bitcoin Core 28.1.
 */
final class Networks {
  static final Network MAIN =
      network(
          "bitcoin",
          "Bitcoin mainnet",
          "f9beb4d9",
          8333,
          "seed.bitcoin.sipa.be",
          "dnsseed.bluematt.me",
          "dnsseed.bitcoin.dashjr-list-of-p2p-nodes.us",
          "seed.bitcoin.jonasschnelli.ch",
          "seed.btc.petertodd.net",
          "seed.bitcoin.sprovoost.nl",
          "dnsseed.emzy.de",
          "seed.bitcoin.wiz.biz",
          "seed.mainnet.achownodes.xyz");

  static final Network TESTNET3 =
      network(
          "bitcoin-testnet3",
          "Bitcoin testnet 3",
          "0b110907",
          18333,
          "testnet-seed.bitcoin.jonasschnelli.ch",
          "seed.tbtc.petertodd.net",
          "seed.testnet.bitcoin.sprovoost.nl",
          "testnet-seed.bluematt.me",
          "seed.testnet.achownodes.xyz");

  static final Network TESTNET4 =
      network(
          "bitcoin-testnet4",
          "Bitcoin testnet 4",
          "1c163f28",
          48333,
          "seed.testnet4.bitcoin.sprovoost.nl",
          "seed.testnet4.wiz.biz");

  static final Network SIGNET =
      network(
          "bitcoin-signet",
          "Bitcoin signet, the public one",
          "0a03cf40",
          38333,
          "seed.signet.bitcoin.sprovoost.nl",
          "seed.signet.achownodes.xyz",
          "178.128.221.177",
          "v7ajjeirttkbnt32wpy3c6w3emwnfr3fkla7hpxcfokr3ysd3kqtzmqd.onion");

  static final Network REGTEST =
      network("bitcoin-regtest", "Bitcoin regtest, private chains", "fabfb5da", 18444);

  static final List<Network> ALL =
      Stream.concat(Stream.of(MAIN, TESTNET3, TESTNET4, SIGNET, REGTEST), ForkNetworks.ALL.stream())
          .toList();

  private Networks() {}

  /** A network with seeds that listen on its own port. */
  static Network network(String scheme, String title, String magic, int port, String... seeds) {
    List<String> hosts = Arrays.stream(seeds).map(seed -> seed + ":" + port).toList();
    return new Network(scheme, title, Hex.parse(magic), port, hosts);
  }

  static Network with(Network base, Map<String, String> options) {
    Network network = base;
    for (Map.Entry<String, String> option : options.entrySet()) {
      network =
          switch (option.getKey()) {
            case "magic" -> network.withId(NetworkOption.hex(option, 4));
            case "challenge" -> challenge(network, NetworkOption.hex(option));
            default ->
                throw Malformed.wrong(
                    "option '"
                        + option.getKey()
                        + "' is not known to "
                        + base.scheme()
                        + "; it has magic"
                        + (isSignet(base) ? " and challenge" : ""),
                    -1);
          };
    }
    return network;
  }

  private static boolean isSignet(Network network) {
    return network.scheme().equals(SIGNET.scheme());
  }

  private static Network challenge(Network network, byte[] challenge) {
    if (!isSignet(network)) {
      throw Malformed.wrong("only bitcoin-signet has a challenge, not " + network.scheme(), -1);
    }
    return network.withId(signetMagic(challenge));
  }

  /**
   * The magic of a signet (BIP 325): the first four bytes of SHA-256 twice over the challenge
   * script behind its length as CompactSize.
   */
  static byte[] signetMagic(byte[] challenge) {
    Out out = new Out();
    Primitives.bytes.write(out, challenge);
    return Arrays.copyOf(Sha256.twice(out.toBytes()), 4);
  }

  /** What a peer URL must say beside the scheme to mean this network. */
  static Map<String, String> options(Network network) {
    boolean usual = ALL.stream().anyMatch(network::equals);
    return usual ? Map.of() : Map.of("magic", Hex.of(network.id()));
  }
}
