// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Accounts;
import dev.peerglot.codec.protocol.witnet.Chain;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All types of one chain: addresses, times and block hashes depend on it. */
public final class Schema {
  private static final Map<Chain, Schema> MADE = new ConcurrentHashMap<>();

  /** Where chains end. */
  public final Beacons beacons;

  /** {@code Version}. */
  public final Protobuf<Version> version;

  /** All kinds of transactions. */
  public final Transactions transactions;

  /** Blocks. */
  public final Blocks blocks;

  /** Superblocks and votes. */
  public final SuperBlocks superBlocks;

  /** {@code DataRequestVrfMessage}. */
  public final Protobuf<Raw> dataRequestVrf;

  private Schema(Chain chain) {
    Accounts accounts = new Accounts(chain.prefix());
    beacons = new Beacons(chain.epochs());
    version = Version.wire(beacons);
    transactions = new Transactions(accounts);
    blocks = new Blocks(accounts, beacons, transactions, chain.fullRoots());
    superBlocks = new SuperBlocks(accounts);
    dataRequestVrf = Constants.dataRequestVrf(accounts);
  }

  /** The types of a chain. */
  public static Schema of(Chain chain) {
    return MADE.computeIfAbsent(chain, Schema::new);
  }
}
