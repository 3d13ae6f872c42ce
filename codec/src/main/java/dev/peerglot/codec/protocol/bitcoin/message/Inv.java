// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Chain.Trait;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import java.util.List;

/** {@code inv}, {@code getdata} and {@code notfound}: names of blocks and transactions. */
public record Inv(List<Item> inventory) {
  /** Most items of a message. */
  public static final int MOST = 50_000;

  /** What an item is. */
  public static final Names TYPES =
      Names.values()
          .prefix("MSG_")
          .on(0, "ERROR")
          .on(1, "TX")
          .on(2, "BLOCK")
          .on(3, "FILTERED_BLOCK")
          .on(4, "CMPCT_BLOCK")
          .on(5, "WTX")
          .on(6, "PKGTXNS")
          .on(7, "ANCPKGINFO")
          .on(Item.WITNESS | Item.TX, "WITNESS_TX")
          .on(Item.WITNESS | Item.BLOCK, "WITNESS_BLOCK")
          .on(Item.WITNESS | Item.FILTERED_BLOCK, "FILTERED_WITNESS_BLOCK");

  /** {@code inv}: the sender has these. */
  public static final Sequence<Inv> WIRE = of("inv", Chain.BITCOIN);

  /** {@code getdata}: the sender wants these. */
  public static final Sequence<Inv> GETDATA = of("getdata", Chain.BITCOIN);

  /** {@code notfound}: the sender cannot give these. */
  public static final Sequence<Inv> NOTFOUND = of("notfound", Chain.BITCOIN);

  /**
   * An inventory vector, 36 bytes.
   *
   * @param type see {@link #TYPES}
   * @param hash in digest order; of a transaction its txid, for {@code WTX} its wtxid
   */
  public record Item(long type, byte[] hash) {
    /** A transaction by its txid. */
    public static final long TX = 1;

    /** A block. */
    public static final long BLOCK = 2;

    /** In {@code getdata}: a {@code merkleblock}. */
    public static final long FILTERED_BLOCK = 3;

    /** In {@code getdata}: a {@code cmpctblock}. */
    public static final long CMPCT_BLOCK = 4;

    /** A transaction by its wtxid (BIP 339). */
    public static final long WTX = 5;

    /** In {@code getdata}, with {@link #TX} or {@link #BLOCK}: with witnesses (BIP 144). */
    public static final long WITNESS = 0x40000000L;
  }

  /** One of the three messages on a chain, which may have types of its own. */
  public static Sequence<Inv> of(String name, Chain chain) {
    Type<Item> item = new InvItem(types(chain));
    return Rows.of(Inv.class)
        .field(
            "inventory",
            Lists.list(Primitives.count, item, MOST),
            Inv::inventory,
            "the items; TYPE:HASH is short for one")
        .make(name, Inv::new);
  }

  private static Names types(Chain chain) {
    if (!chain.has(Trait.CASH) && !chain.has(Trait.MWEB)) {
      return TYPES;
    }
    Names names = Names.values().prefix("MSG_");
    TYPES.words().forEach(names::on);
    return chain.has(Trait.CASH)
        ? names.on(0x94a0, "DOUBLESPENDPROOF")
        : names
            .on(0x20000008L, "MWEB_HEADER")
            .on(0x20000009L, "MWEB_LEAFSET")
            .on(0x60000001L, "MWEB_TX")
            .on(0x60000002L, "MWEB_BLOCK");
  }
}
