// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.NetworkOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The networks of Witnet. From 2.0 on all of them have the same magic, 10700, which only keeps 1.x
 * nodes away ({@code sessions_manager/mod.rs}); 1.x had the first two bytes of SHA-256 of the
 * consensus constants. So nothing but the beacons tells one network from another: genesis hashes,
 * and epochs, which differ by millions. Seeds and epochs: {@code witnet.toml}, {@code
 * docker/witnet-rust/testnet-2}, {@code config/src/defaults.rs}.
 *
 * <p>The id of a network is its genesis hash, where that is known, and its magic, two bytes; of a
 * private one also its epochs.
 */
final class Networks {
  static final int MAGIC = 10700;

  /** Of mainnet nodes before 2.0. */
  static final int OLD_MAIN_MAGIC = 0x9fed;

  /** Of nodes before 2.0 with the constants of today's testnet. */
  static final int OLD_TEST_MAGIC = 0x749f;

  static final int PORT = 21337;

  private static final int HASH = 32;
  private static final byte[] NO_HASH = new byte[HASH];

  private static final String MAIN_GENESIS =
      "6ca267d9accde3336739331d42d63509b799c6431e8d02b2d2cc9d3943d7ab02";

  private static final String TEST_GENESIS =
      "1eed88826bdaf4b1f222bf19c0ebd372d2f6a6af2f23430fc22ee0d0911d8db0";

  static final Network MAIN =
      new Network(
          "witnet",
          "Witnet mainnet",
          id(MAGIC, MAIN_GENESIS),
          PORT,
          List.of(
              "5.9.5.85:22339",
              "5.9.20.188:22386",
              "38.242.204.144:21333",
              "45.130.104.29:21336",
              "45.43.29.118:16",
              "51.255.51.101:21337",
              "51.255.51.101:21338",
              "52.166.178.145:21337",
              "52.166.178.145:22337",
              "173.249.3.178:21337",
              "66.94.112.65:21337",
              "66.94.112.71:21337",
              "85.208.51.169:21337",
              "88.198.31.248:22380",
              "89.58.11.231:21337",
              "94.130.66.3:22378",
              "103.219.154.96:21337",
              "136.243.22.47:22339",
              "144.76.57.252:22365",
              "148.251.153.67:22387",
              "154.53.51.17:21332",
              "161.97.65.252:21337",
              "162.55.233.238:22339",
              "167.86.125.10:21332",
              "173.249.3.178:22337",
              "173.249.8.65:20337",
              "173.249.8.65:21337",
              "173.249.27.241:21337",
              "173.249.63.214:21337",
              "185.208.206.52:21333",
              "193.26.159.13:21337",
              "194.163.137.36:21333",
              "195.201.164.199:22375",
              "207.180.206.216:21333",
              "209.126.13.170:21332",
              "209.145.54.183:21333"));

  static final Network TEST =
      new Network(
          "witnet-testnet",
          "Witnet testnet-2",
          id(MAGIC, TEST_GENESIS),
          PORT,
          List.of(
              "3.128.196.85:31337",
              "3.128.196.85:32337",
              "3.128.196.85:33337",
              "3.128.196.85:34337",
              "3.128.196.85:35337",
              "3.128.196.85:36337"));

  static final Network DEVELOPMENT =
      new Network(
          "witnet-development", "Witnet, a chain of one's own", id(MAGIC, ""), PORT, List.of());

  static final List<Network> ALL = List.of(MAIN, TEST, DEVELOPMENT);

  private static final Chain MAIN_CHAIN =
      new Chain("wit", MAIN_GENESIS, new Epochs(1602666000, 45, 3108950, 20), 3048960);

  private static final Chain TEST_CHAIN =
      new Chain("twit", TEST_GENESIS, new Epochs(1754997300, 45, 60, 20), 15);

  private static final Chain DEVELOPMENT_CHAIN = new Chain("twit", MAIN_GENESIS, null, -1);

  /** A tip that lags no more than about a day behind the clock belongs to a network at work. */
  private static final long RECENT = 4320;

  /** Epochs that none but a young chain has, or one that is read from its beginning. */
  private static final long YOUNG = 20_000;

  private Networks() {}

  private static byte[] id(int magic, String genesis) {
    return new Out().bytes(Hex.parse(genesis)).u16be(magic).toBytes();
  }

  private static int magicAt(Network network) {
    return network.id().length == 2 ? 0 : HASH;
  }

  /** The magic of a network's frames. */
  static int magic(Network network) {
    return new In(network.id(), magicAt(network), 2).u16be();
  }

  /** The same network with another magic, as before 2.0. */
  static Network speaking(Network network, int magic) {
    byte[] id = network.id().clone();
    id[magicAt(network)] = (byte) (magic >> 8);
    id[magicAt(network) + 1] = (byte) magic;
    return network.withId(id);
  }

  /** Whether we know what the first block of a network is. */
  static boolean hasGenesis(Network network) {
    byte[] id = network.id();
    return id.length > 2 && !Arrays.equals(id, 0, HASH, NO_HASH, 0, HASH);
  }

  /** What a network's messages depend on. */
  static Chain chain(Network network) {
    Chain base =
        switch (network.scheme()) {
          case "witnet" -> MAIN_CHAIN;
          case "witnet-testnet" -> TEST_CHAIN;
          default -> DEVELOPMENT_CHAIN;
        };
    if (network.id().length == 2) {
      return base;
    }
    In in = new In(network.id());
    String given = Hex.of(in.bytes(HASH));
    String genesis = hasGenesis(network) ? given : base.genesis();
    in.u16be();
    if (in.left() == 0) {
      return new Chain(base.prefix(), genesis, base.epochs(), base.fullRoots());
    }
    Epochs epochs = new Epochs(in.i64be(), (int) in.u32be(), in.u32be(), (int) in.u32be());
    return new Chain(base.prefix(), genesis, epochs, -1);
  }

  /** {@code magic}, {@code genesis} and {@code epochs} of a private chain, or of a 1.x network. */
  static Network with(Network base, Map<String, String> options) {
    Network network = base;
    for (Map.Entry<String, String> option : options.entrySet()) {
      switch (option.getKey()) {
        case "magic" -> network = speaking(network, new In(NetworkOption.hex(option, 2)).u16be());
        case "genesis" -> {
          byte[] rest = Arrays.copyOfRange(network.id(), magicAt(network), network.id().length);
          network =
              network.withId(
                  new Out().bytes(NetworkOption.hex(option, HASH)).bytes(rest).toBytes());
        }
        case "epochs" -> {
          Epochs epochs = epochs(option.getValue());
          String genesis = hasGenesis(network) ? chain(network).genesis() : Hex.of(NO_HASH);
          Out id = new Out().bytes(id(magic(network), genesis));
          id.i64be(epochs.zero()).u32be(epochs.length());
          id.u32be(epochs.change()).u32be(epochs.later());
          network = network.withId(id.toBytes());
        }
        default ->
            throw Malformed.wrong(
                "option '"
                    + option.getKey()
                    + "' is not known to Witnet; it has magic, genesis and epochs",
                -1);
      }
    }
    return network;
  }

  /** {@code ZERO,SECONDS} or {@code ZERO,SECONDS,FIRST_V2_0,SECONDS}. */
  private static Epochs epochs(String text) {
    if (!text.matches("\\d{1,12},[1-9]\\d{0,8}(,\\d{1,9},[1-9]\\d{0,8})?")) {
      throw Malformed.wrong(
          "epochs are ZERO,SECONDS or ZERO,SECONDS,FIRST_V2_0,SECONDS, not '" + text + "'", -1);
    }
    String[] words = text.split(",");
    int length = Integer.parseInt(words[1]);
    return words.length == 2
        ? new Epochs(Long.parseLong(words[0]), length, 0xffffffffL, length)
        : new Epochs(
            Long.parseLong(words[0]), length, Long.parseLong(words[2]), Integer.parseInt(words[3]));
  }

  /** What a peer URL must say beside the scheme to mean this network. */
  static Map<String, String> options(Network network) {
    Map<String, String> options = new LinkedHashMap<>();
    if (magic(network) != MAGIC) {
      options.put("magic", Hex.of(network.id(), magicAt(network), 2));
    }
    Network usual = ALL.stream().filter(n -> n.scheme().equals(network.scheme())).findAny().get();
    Chain chain = chain(network);
    if (hasGenesis(network)
        && !(hasGenesis(usual) && chain(usual).genesis().equals(chain.genesis()))) {
      options.put("genesis", chain.genesis());
    }
    if (network.id().length > HASH + 2) {
      Epochs all = chain.epochs();
      String first = all.zero() + "," + all.length();
      options.put(
          "epochs",
          all.change() == 0xffffffffL ? first : first + "," + all.change() + "," + all.later());
    }
    return options;
  }

  /**
   * The network that a greeting betrays: by its magic, by a genesis hash, by a tip that is of today
   * on one of them; a young chain that is none of these is somebody's own. Null where nothing
   * tells, as from a node that has not read its chain to the end.
   */
  static Network guess(int magic, long timestamp, LastBeacon beacon) {
    if (magic == OLD_MAIN_MAGIC || magic == OLD_TEST_MAGIC) {
      return speaking(magic == OLD_MAIN_MAGIC ? MAIN : TEST, magic);
    }
    long checkpoint = beacon.highestBlockCheckpoint().checkpoint();
    for (Network network : List.of(MAIN, TEST)) {
      byte[] genesis = chain(network).genesisHash();
      long lag = chain(network).epochs().at(timestamp) - checkpoint;
      if (Arrays.equals(genesis, beacon.highestBlockCheckpoint().hashPrevBlock())
          || lag >= -1 && lag <= RECENT && checkpoint > 0) {
        return network;
      }
    }
    return checkpoint <= YOUNG ? DEVELOPMENT : null;
  }
}
