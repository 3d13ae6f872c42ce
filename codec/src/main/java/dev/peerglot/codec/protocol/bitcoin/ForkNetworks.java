// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static dev.peerglot.codec.protocol.bitcoin.Networks.network;

import dev.peerglot.codec.session.Network;
import java.util.List;

/**
 * Networks of other coins on Bitcoin's wire, each from its own {@code chainparams.cpp}. Where they
 * differ in their messages is in the types.
 */
final class ForkNetworks {
  static final List<Network> ALL =
      List.of(
          network(
              "litecoin",
              "Litecoin mainnet",
              "fbc0b6db",
              9333,
              "seed-a.litecoin.loshan.co.uk",
              "dnsseed.thrasher.io",
              "dnsseed.litecointools.com",
              "dnsseed.litecoinpool.org",
              "dnsseed.koin-project.com"),
          network(
              "litecoin-testnet",
              "Litecoin testnet 4",
              "fdd2c8f1",
              19335,
              "testnet-seed.litecointools.com",
              "seed-b.litecoin.loshan.co.uk",
              "dnsseed-testnet.thrasher.io"),
          network("litecoin-regtest", "Litecoin regtest", "fabfb5da", 19444),
          network(
              "dogecoin",
              "Dogecoin mainnet",
              "c0c0c0c0",
              22556,
              "seed.multidoge.org",
              "seed2.multidoge.org"),
          network("dogecoin-testnet", "Dogecoin testnet", "fcc1b7dc", 44556, "testseed.jrn.me.uk"),
          network("dogecoin-regtest", "Dogecoin regtest", "fabfb5da", 18444),
          network(
              "bitcoin-cash",
              "Bitcoin Cash mainnet",
              "e3e1f3e8",
              8333,
              "seed.flowee.cash",
              "seed-bch.bitcoinforks.org",
              "btccash-seeder.bitcoinunlimited.info",
              "seed.bchd.cash",
              "seed.bch.loping.net",
              "bchseed.c3-soft.com",
              "bch.bitjson.com"),
          network(
              "bitcoin-cash-testnet3",
              "Bitcoin Cash testnet 3",
              "f4e5f3f4",
              18333,
              "testnet-seed.bchd.cash",
              "seed.tbch.loping.net",
              "testnet-seed.bitcoinunlimited.info"),
          network(
              "bitcoin-cash-testnet4",
              "Bitcoin Cash testnet 4",
              "e2b7daaf",
              28333,
              "testnet4-seed-bch.toom.im",
              "seed.tbch4.loping.net",
              "testnet4-seed.flowee.cash",
              "testnet4.bitjson.com"),
          network(
              "bitcoin-cash-scalenet",
              "Bitcoin Cash scalenet",
              "c3afe1a2",
              38333,
              "scalenet-seed-bch.toom.im",
              "seed.sbch.loping.net"),
          network(
              "bitcoin-cash-chipnet",
              "Bitcoin Cash chipnet",
              "e2b7daaf",
              48333,
              "chipnet.bitjson.com"),
          network("bitcoin-cash-regtest", "Bitcoin Cash regtest", "dab5bffa", 18444),
          network("dash", "Dash mainnet", "bf0c6bbd", 9999, "dnsseed.dash.org"),
          network("dash-testnet", "Dash testnet", "cee2caff", 19999),
          network("dash-devnet", "Dash devnet", "e2caffce", 19799),
          network("dash-regtest", "Dash regtest", "fcc1b7dc", 19899),
          network(
              "namecoin",
              "Namecoin mainnet",
              "f9beb4fe",
              8334,
              "nmc.seed.quisquis.de",
              "seed.nmc.markasoftware.com"),
          network(
              "namecoin-testnet",
              "Namecoin testnet",
              "fabfb5fe",
              18334,
              "dnsseed.test.namecoin.webbtc.com"),
          network("namecoin-regtest", "Namecoin regtest", "fabfb5da", 18445));

  private ForkNetworks() {}
}
