// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.bitcoin.script.AddressFormat;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.schema.Whole;
import dev.peerglot.codec.session.Network;
import java.util.Set;

/**
 * What makes the messages of one chain differ from another's on the same wire.
 *
 * @param coin the coin, as its networks' schemes begin
 * @param addresses how scripts are spelled
 * @param serviceNames what the service bits mean
 * @param traits in what the bytes differ
 */
public record Chain(String coin, AddressFormat addresses, Names serviceNames, Set<Trait> traits) {
  /** A way in which bytes differ. */
  public enum Trait {
    /** Transactions may have witnesses (BIP 144). */
    SEGWIT,
    /** Work is counted by SHA-256 twice over the header, so that it can be checked here. */
    SHA256_WORK,
    /** Merged mining: a header may bring another chain's along. */
    AUXPOW,
    /** Litecoin's extension blocks. */
    MWEB,
    /** Dash's transactions with a payload (DIP 2). */
    SPECIAL,
    /** Bitcoin Cash's extra messages. */
    CASH
  }

  /** Bitcoin's main chain; its messages are in {@code WIRE} of each message. */
  public static final Chain BITCOIN = bitcoin(0, 5, "bc");

  private static final Names LITECOIN =
      bitcoinServices().on(23, "MWEB_LIGHT_CLIENT").on(24, "MWEB");

  private static final Names CASH =
      Names.bits()
          .prefix("NODE_")
          .on(0, "NETWORK")
          .on(1, "GETUTXO")
          .on(2, "BLOOM")
          .on(4, "XTHIN")
          .on(5, "BITCOIN_CASH")
          .on(6, "GRAPHENE")
          .on(8, "COMPACT_FILTERS")
          .on(10, "NETWORK_LIMITED")
          .on(11, "EXTVERSION");

  private static Names bitcoinServices() {
    Names names = Names.bits().prefix("NODE_");
    Primitives.SERVICES.words().forEach(names::on);
    return names;
  }

  private static Chain bitcoin(int keyHash, int scriptHash, String prefix) {
    return new Chain(
        "bitcoin",
        new AddressFormat(keyHash, scriptHash, prefix),
        Primitives.SERVICES,
        Set.of(Trait.SEGWIT, Trait.SHA256_WORK));
  }

  private static Chain litecoin(int keyHash, int scriptHash, String prefix) {
    return new Chain(
        "litecoin",
        new AddressFormat(keyHash, scriptHash, prefix),
        LITECOIN,
        Set.of(Trait.SEGWIT, Trait.MWEB));
  }

  private static Chain dogecoin(int keyHash, int scriptHash) {
    return new Chain(
        "dogecoin",
        new AddressFormat(keyHash, scriptHash, ""),
        Primitives.SERVICES,
        Set.of(Trait.AUXPOW));
  }

  private static Chain cash(int keyHash, int scriptHash, String prefix) {
    return new Chain(
        "bitcoin-cash",
        new AddressFormat(keyHash, scriptHash, "", prefix),
        CASH,
        Set.of(Trait.SHA256_WORK, Trait.CASH));
  }

  private static Chain dash(int keyHash, int scriptHash) {
    return new Chain(
        "dash",
        new AddressFormat(keyHash, scriptHash, ""),
        Primitives.SERVICES,
        Set.of(Trait.SPECIAL));
  }

  private static Chain namecoin(int keyHash, int scriptHash, String prefix) {
    return new Chain(
        "namecoin",
        new AddressFormat(keyHash, scriptHash, prefix),
        Primitives.SERVICES,
        Set.of(Trait.SEGWIT, Trait.SHA256_WORK, Trait.AUXPOW));
  }

  /** The chain of a network; of one that is not known, Bitcoin's. */
  public static Chain of(Network network) {
    return switch (network.scheme()) {
      case "bitcoin-testnet3", "bitcoin-testnet4", "bitcoin-signet" -> bitcoin(111, 196, "tb");
      case "bitcoin-regtest" -> bitcoin(111, 196, "bcrt");
      case "litecoin" -> litecoin(48, 50, "ltc");
      case "litecoin-testnet" -> litecoin(111, 58, "tltc");
      case "litecoin-regtest" -> litecoin(111, 58, "rltc");
      case "dogecoin" -> dogecoin(30, 22);
      case "dogecoin-testnet" -> dogecoin(113, 196);
      case "dogecoin-regtest" -> dogecoin(111, 196);
      case "bitcoin-cash" -> cash(0, 5, "bitcoincash");
      case "bitcoin-cash-testnet3",
          "bitcoin-cash-testnet4",
          "bitcoin-cash-scalenet",
          "bitcoin-cash-chipnet" ->
          cash(111, 196, "bchtest");
      case "bitcoin-cash-regtest" -> cash(111, 196, "bchreg");
      case "dash" -> dash(76, 16);
      case "dash-testnet", "dash-devnet", "dash-regtest" -> dash(140, 19);
      case "namecoin" -> namecoin(52, 13, "nc");
      case "namecoin-testnet" -> namecoin(111, 196, "tn");
      case "namecoin-regtest" -> namecoin(111, 196, "ncrt");
      default -> BITCOIN;
    };
  }

  /** Whether the bytes differ in that way. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** The service bits in eight bytes. */
  public Whole<Long> services() {
    return Numbers.u64le.named(serviceNames);
  }
}
