// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Exchange;
import dev.peerglot.codec.protocol.bitcoin.Chain.Trait;
import dev.peerglot.codec.protocol.bitcoin.message.Addr;
import dev.peerglot.codec.protocol.bitcoin.message.AddrV2;
import dev.peerglot.codec.protocol.bitcoin.message.Alert;
import dev.peerglot.codec.protocol.bitcoin.message.BlockHeader;
import dev.peerglot.codec.protocol.bitcoin.message.BlockTxn;
import dev.peerglot.codec.protocol.bitcoin.message.BlockType;
import dev.peerglot.codec.protocol.bitcoin.message.Bloom;
import dev.peerglot.codec.protocol.bitcoin.message.CFilter;
import dev.peerglot.codec.protocol.bitcoin.message.CashMessages;
import dev.peerglot.codec.protocol.bitcoin.message.CmpctBlock;
import dev.peerglot.codec.protocol.bitcoin.message.Erlay;
import dev.peerglot.codec.protocol.bitcoin.message.Feature;
import dev.peerglot.codec.protocol.bitcoin.message.FeeFilter;
import dev.peerglot.codec.protocol.bitcoin.message.FilterHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.GetHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.Headers;
import dev.peerglot.codec.protocol.bitcoin.message.Inv;
import dev.peerglot.codec.protocol.bitcoin.message.MerkleBlock;
import dev.peerglot.codec.protocol.bitcoin.message.MwebMessages;
import dev.peerglot.codec.protocol.bitcoin.message.OutPoint;
import dev.peerglot.codec.protocol.bitcoin.message.Packages;
import dev.peerglot.codec.protocol.bitcoin.message.Ping;
import dev.peerglot.codec.protocol.bitcoin.message.Reject;
import dev.peerglot.codec.protocol.bitcoin.message.SendCmpct;
import dev.peerglot.codec.protocol.bitcoin.message.TxType;
import dev.peerglot.codec.protocol.bitcoin.message.Utxos;
import dev.peerglot.codec.protocol.bitcoin.message.Version;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Command ↔ type, and the one-byte ids that the version 2 transport has for some commands. */
final class Messages {
  static final String VERSION = "version";
  static final String VERACK = "verack";
  static final String WTXIDRELAY = "wtxidrelay";
  static final String SENDADDRV2 = "sendaddrv2";
  static final String GETADDR = "getaddr";
  static final String ADDR = "addr";
  static final String ADDRV2 = "addrv2";
  static final String PING = "ping";
  static final String PONG = "pong";
  static final String INV = "inv";
  static final String GETDATA = "getdata";
  static final String NOTFOUND = "notfound";
  static final String GETHEADERS = "getheaders";
  static final String HEADERS = "headers";
  static final String TX = "tx";
  static final String BLOCK = "block";
  static final String GETBLOCKS = "getblocks";
  static final String SENDHEADERS = "sendheaders";
  static final String SENDCMPCT = "sendcmpct";
  static final String FEEFILTER = "feefilter";
  static final String MEMPOOL = "mempool";

  /** By id (BIP 324; from 29 on proposals); id 0 announces a command in full. */
  private static final List<String> BY_ID =
      Arrays.asList(
          null,
          ADDR,
          BLOCK,
          "blocktxn",
          "cmpctblock",
          FEEFILTER,
          "filteradd",
          "filterclear",
          "filterload",
          GETBLOCKS,
          "getblocktxn",
          GETDATA,
          GETHEADERS,
          HEADERS,
          INV,
          MEMPOOL,
          "merkleblock",
          NOTFOUND,
          PING,
          PONG,
          SENDCMPCT,
          TX,
          "getcfilters",
          "cfilter",
          "getcfheaders",
          "cfheaders",
          "getcfcheckpt",
          "cfcheckpt",
          ADDRV2,
          "uproof",
          "getuproof",
          "uttls",
          "getuttls",
          "usummary",
          "utreexotx",
          "uroot",
          "geturoot",
          "feature");

  private static final int NONCE = 8;
  private static final int HASH = 32;

  private static final int FIRST_UTREEXO = 29;
  private static final int LAST_UTREEXO = 36;

  /** By scheme: the comparison that Java makes for records is built when first used, in 10 ms. */
  private static final Map<String, Catalogue> BY_NETWORK = new ConcurrentHashMap<>();

  /** The messages of Bitcoin's main network. */
  static final Catalogue ALL = of(Networks.MAIN);

  private Messages() {}

  /** The messages of a network: layout, names of services and addresses are those of its coin. */
  static Catalogue of(Network network) {
    return BY_NETWORK.computeIfAbsent(network.scheme(), scheme -> catalogue(Chain.of(network)));
  }

  private static Catalogue catalogue(Chain chain) {
    Table table = new Table();
    handshake(table, chain);
    addresses(table, chain);
    inventory(table, chain);
    blocks(table, chain);
    filters(table);
    drafts(table, chain);
    retired(table);
    if (chain.has(Trait.CASH)) {
      cash(table);
    }
    if (chain.has(Trait.MWEB)) {
      mweb(table, chain);
    }
    exchanges(table.catalogue);
    return table
        .part("block_header", () -> BlockHeader.of(chain), "a block's header, 80 bytes")
        .part("outpoint", () -> OutPoint.WIRE, "an output of a transaction, 36 bytes")
        .part("addrv2_entry", () -> AddrV2.entry(chain), "one node of an addrv2")
        .catalogue;
  }

  private static void exchanges(Catalogue catalogue) {
    catalogue
        .exchange(Exchange.of(VERSION, VERACK))
        .exchange(Exchange.of(PING, PONG).by(NONCE))
        .exchange(Exchange.of(GETADDR, ADDR, ADDRV2))
        .exchange(Exchange.of(GETDATA, TX, BLOCK, "merkleblock", "cmpctblock", NOTFOUND))
        .exchange(Exchange.of(GETHEADERS, HEADERS))
        .exchange(Exchange.of(GETBLOCKS, INV))
        .exchange(Exchange.of("getblocktxn", "blocktxn").by(HASH))
        .exchange(Exchange.of("getcfilters", "cfilter"))
        .exchange(Exchange.of("getcfheaders", "cfheaders"))
        .exchange(Exchange.of("getcfcheckpt", "cfcheckpt"));
  }

  private static void handshake(Table table, Chain chain) {
    table
        .row(VERSION, () -> Version.of(chain), "first message of each side")
        .empty(VERACK, "answer to a version; ends the handshake")
        .empty(WTXIDRELAY, "name transactions by wtxid (BIP 339); before verack")
        .empty(SENDADDRV2, "send me addrv2 instead of addr (BIP 155); before verack")
        .row("sendtxrcncl", () -> Erlay.SENDTXRCNCL, "offers set reconciliation; before verack")
        .row("feature", () -> Feature.WIRE, "offers something by name (BIP 434); before verack")
        .empty("disabletx", "never relay transactions here (BIP 338, never used)")
        .row("sendpackages", () -> Packages.SENDPACKAGES, "offers package relay; before verack");
  }

  private static void addresses(Table table, Chain chain) {
    table
        .empty(GETADDR, "asks for addresses of nodes; answered once, to dialers only")
        .row(ADDR, () -> Addr.of(chain), "addresses of nodes, up to 1000")
        .row(ADDRV2, () -> AddrV2.of(chain), "addresses of nodes in all networks, up to 1000")
        .row(PING, () -> Ping.WIRE, "asks for a sign of life")
        .row(PONG, () -> Ping.PONG, "answer to a ping");
  }

  private static void inventory(Table table, Chain chain) {
    table
        .row(INV, () -> Inv.of(INV, chain), "announces transactions or blocks")
        .row(GETDATA, () -> Inv.of(GETDATA, chain), "asks for transactions or blocks")
        .row(NOTFOUND, () -> Inv.of(NOTFOUND, chain), "negative answer to getdata")
        .row(TX, () -> new TxType(chain, true), "a transaction, in answer to getdata")
        .empty(MEMPOOL, "asks for an inv of all waiting transactions (BIP 35)")
        .row(FEEFILTER, () -> FeeFilter.WIRE, "least fee rate to announce (BIP 133)");
  }

  private static void blocks(Table table, Chain chain) {
    table
        .row(GETBLOCKS, () -> GetHeaders.GETBLOCKS, "asks for an inv of the blocks that follow")
        .row(GETHEADERS, () -> GetHeaders.WIRE, "asks for the headers that follow")
        .row(HEADERS, () -> Headers.of(chain), "block headers, up to 2000")
        .empty(SENDHEADERS, "announce blocks by their headers (BIP 130)")
        .row(BLOCK, () -> new BlockType(chain), "a block, in answer to getdata")
        .row("merkleblock", () -> MerkleBlock.of(chain), "a header and some transactions, proven")
        .row(SENDCMPCT, () -> SendCmpct.WIRE, "how to send compact blocks (BIP 152)")
        .row("cmpctblock", () -> CmpctBlock.of(chain), "a block without what is known already")
        .row("getblocktxn", () -> BlockTxn.Request.WIRE, "asks for what was not known")
        .row("blocktxn", () -> BlockTxn.of(chain), "answer to getblocktxn");
  }

  private static void filters(Table table) {
    table
        .row("filterload", () -> Bloom.Load.WIRE, "show me only what matches (BIP 37)")
        .row("filteradd", () -> Bloom.ADD, "one more item for the filter")
        .empty("filterclear", "show me everything again")
        .row("getcfilters", () -> FilterHeaders.Range.FILTERS, "asks for block filters (BIP 157)")
        .row("cfilter", () -> CFilter.WIRE, "the filter of a block")
        .row("getcfheaders", () -> FilterHeaders.Range.HEADERS, "asks for filter headers")
        .row("cfheaders", () -> FilterHeaders.Answer.WIRE, "answer to getcfheaders")
        .row("getcfcheckpt", () -> FilterHeaders.GET_CHECKPOINTS, "asks for checkpoints")
        .row("cfcheckpt", () -> FilterHeaders.CHECKPOINTS, "every thousandth filter header");
  }

  private static void drafts(Table table, Chain chain) {
    table
        .row("reqrecon", () -> Erlay.REQRECON, "begins a reconciliation (BIP 330)")
        .row("sketch", () -> Erlay.SKETCH, "the sum of a set")
        .empty("reqsketchext", "asks for a longer sketch")
        .row("reconcildiff", () -> Erlay.RECONCILDIFF, "ends a reconciliation")
        .row("ancpkginfo", () -> Packages.ANCPKGINFO, "ancestors of a transaction (BIP 331)")
        .row("getpkgtxns", () -> Packages.GETPKGTXNS, "asks for transactions in one answer")
        .row("pkgtxns", () -> Packages.pkgtxns(chain), "answer to getpkgtxns");
    for (int id = FIRST_UTREEXO; id <= LAST_UTREEXO; id++) {
      table.opaque(command(id), "Utreexo (BIP 183, a draft without a settled layout)");
    }
  }

  private static void retired(Table table) {
    table
        .row("alert", () -> Alert.WIRE, "a signed warning to all users")
        .row("reject", () -> Reject.WIRE, "why a message was refused (BIP 61)")
        .row("getutxos", () -> Utxos.GETUTXOS, "asks for unspent outputs (BIP 64)")
        .row("utxos", () -> Utxos.UTXOS, "answer to getutxos")
        .opaque("checkorder", "payment to an IP address, 2009 to 2011")
        .opaque("submitorder", "payment to an IP address, 2009 to 2011")
        .opaque("reply", "answer to checkorder and submitorder");
  }

  private static void cash(Table table) {
    table
        .row("extversion", () -> CashMessages.EXTVERSION, "more properties; before verack")
        .row("dsproof-beta", () -> CashMessages.DSPROOF, "an output is spent twice");
  }

  private static void mweb(Table table, Chain chain) {
    table
        .row("mwebheader", () -> MwebMessages.header(chain), "answer to getdata MWEB_HEADER")
        .row("mwebleafset", () -> MwebMessages.LEAFSET, "answer to getdata MWEB_LEAFSET")
        .row("getmwebutxos", () -> MwebMessages.GETUTXOS, "asks for outputs (LIP 6)")
        .row("mwebutxos", () -> MwebMessages.UTXOS, "answer to getmwebutxos");
  }

  /** The one-byte id of a command, 1 to 37, or 0 for one that has none. */
  static int shortId(String command) {
    return Math.max(0, BY_ID.indexOf(command));
  }

  /** The command of a one-byte id, or null for one that is not assigned. */
  static String command(int id) {
    return id > 0 && id < BY_ID.size() ? BY_ID.get(id) : null;
  }

  /** Rows of a catalogue; a command is its own code. A type is made when it is first asked for. */
  private static final class Table {
    private final Catalogue catalogue = new Catalogue("");

    Table row(String command, Supplier<Type<?>> wire, String doc) {
      catalogue.message(command, command, new Once(wire), doc);
      return this;
    }

    Table empty(String command, String doc) {
      return row(command, () -> Rows.none(command), doc);
    }

    Table opaque(String command, String doc) {
      return row(
          command,
          () -> Rows.rows().field("payload", Blob.rest(), "not taken apart").make(command),
          doc);
    }

    Table part(String name, Supplier<Type<?>> wire, String doc) {
      catalogue.part(name, new Once(wire), doc);
      return this;
    }
  }

  /** Keeps what it made; if two threads make it at once, either will do. */
  private static final class Once implements Supplier<Type<?>> {
    private final Supplier<Type<?>> maker;
    private Type<?> made;

    Once(Supplier<Type<?>> maker) {
      this.maker = maker;
    }

    @Override
    public Type<?> get() {
      Type<?> type = made;
      if (type == null) {
        type = maker.get();
        made = type;
      }
      return type;
    }
  }
}
