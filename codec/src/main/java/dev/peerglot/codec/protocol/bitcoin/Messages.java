// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.bitcoin.message.Addr;
import dev.peerglot.codec.protocol.bitcoin.message.AddrV2;
import dev.peerglot.codec.protocol.bitcoin.message.FeeFilter;
import dev.peerglot.codec.protocol.bitcoin.message.GetHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.Headers;
import dev.peerglot.codec.protocol.bitcoin.message.Inv;
import dev.peerglot.codec.protocol.bitcoin.message.Ping;
import dev.peerglot.codec.protocol.bitcoin.message.SendCmpct;
import dev.peerglot.codec.protocol.bitcoin.message.Version;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.session.Network;
import java.util.Arrays;
import java.util.List;

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
          "block",
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
          "tx",
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

  static final Catalogue ALL =
      new Catalogue("")
          .message(VERSION, VERSION, () -> Version.WIRE, "first message of each side")
          .message(
              VERACK, VERACK, () -> Rows.none(VERACK), "answer to a version; ends the handshake")
          .message(WTXIDRELAY, WTXIDRELAY, () -> Rows.none(WTXIDRELAY), "announce by wtxid")
          .message(SENDADDRV2, SENDADDRV2, () -> Rows.none(SENDADDRV2), "send me addrv2")
          .message(GETADDR, GETADDR, () -> Rows.none(GETADDR), "asks for addresses of nodes")
          .message(ADDR, ADDR, () -> Addr.WIRE, "addresses of nodes")
          .message(ADDRV2, ADDRV2, () -> AddrV2.WIRE, "addresses of nodes in all networks")
          .message(PING, PING, () -> Ping.WIRE, "asks for a sign of life")
          .message(PONG, PONG, () -> Ping.PONG, "answer to a ping")
          .message(INV, INV, () -> Inv.WIRE, "announces transactions or blocks")
          .message(GETDATA, GETDATA, () -> Inv.GETDATA, "asks for transactions or blocks")
          .message(NOTFOUND, NOTFOUND, () -> Inv.NOTFOUND, "negative answer to getdata")
          .message(GETBLOCKS, GETBLOCKS, () -> GetHeaders.GETBLOCKS, "asks for an inv of blocks")
          .message(GETHEADERS, GETHEADERS, () -> GetHeaders.WIRE, "asks for block headers")
          .message(HEADERS, HEADERS, () -> Headers.WIRE, "block headers")
          .message(SENDHEADERS, SENDHEADERS, () -> Rows.none(SENDHEADERS), "announce by headers")
          .message(SENDCMPCT, SENDCMPCT, () -> SendCmpct.WIRE, "how to send compact blocks")
          .message(MEMPOOL, MEMPOOL, () -> Rows.none(MEMPOOL), "asks for an inv of the mempool")
          .message(FEEFILTER, FEEFILTER, () -> FeeFilter.WIRE, "least fee rate to announce");

  private Messages() {}

  /** The messages of a network: names of services and addresses are those of its coin. */
  static Catalogue of(Network network) {
    return ALL;
  }

  /** The one-byte id of a command, 1 to 37, or 0 for one that has none. */
  static int shortId(String command) {
    return Math.max(0, BY_ID.indexOf(command));
  }

  /** The command of a one-byte id, or null for one that is not assigned. */
  static String command(int id) {
    return id > 0 && id < BY_ID.size() ? BY_ID.get(id) : null;
  }
}
