// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** Relaying transactions together with their ancestors (BIP 331, a draft). */
public final class Packages {
  private static final int MOST = 1 << 14;

  /** {@code sendpackages}: offers it, before {@code verack}. */
  public static final Sequence<Raw> SENDPACKAGES =
      Rows.rows()
          .field(
              "versions",
              u64le.named(Names.bits().on(0, "PKGTXNS").on(1, "ANCPKGINFO")),
              "what the sender can do")
          .make("sendpackages");

  /** {@code ancpkginfo}: the unconfirmed ancestors of a transaction. */
  public static final Sequence<Raw> ANCPKGINFO = wtxids("ancpkginfo", "ancestors, itself last");

  /** {@code getpkgtxns}: asks for transactions in one answer. */
  public static final Sequence<Raw> GETPKGTXNS = wtxids("getpkgtxns", "at most 100");

  private Packages() {}

  /** {@code pkgtxns}: the answer. */
  public static Sequence<Raw> pkgtxns(Chain chain) {
    return Rows.rows()
        .field(
            "txns",
            Lists.list(Primitives.count, new TxType(chain, false), MOST),
            "the transactions, in the order of the request")
        .make("pkgtxns");
  }

  private static Sequence<Raw> wtxids(String name, String doc) {
    return Rows.rows()
        .field("txns", Lists.list(Primitives.count, Primitives.hash, MOST), "wtxids; " + doc)
        .make(name);
  }
}
