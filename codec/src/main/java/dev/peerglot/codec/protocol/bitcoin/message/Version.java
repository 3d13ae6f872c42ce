// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i32le;
import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * {@code version}: the first message of each side. What stands behind {@code addr_recv} came with
 * later protocol versions (106, 209, 70001) and is read while bytes are left, whatever number the
 * message claims; a part that is not there is null.
 */
public record Version(
    int version,
    long services,
    long time,
    NetAddr addrRecv,
    NetAddr addrFrom,
    Long nonce,
    String userAgent,
    Integer startHeight,
    Boolean relay) {

  /** How it looks on Bitcoin. */
  public static final Sequence<Version> WIRE = of(Chain.BITCOIN);

  /** How it looks on a chain, whose service bits have names of their own. */
  public static Sequence<Version> of(Chain chain) {
    Sequence<NetAddr> address = NetAddr.wire(chain.services());
    return Rows.of(Version.class)
        .field("version", i32le, Version::version, "highest protocol version of the sender")
        .field("services", chain.services(), Version::services, "what the sender offers")
        .field("time", Primitives.longSeconds, Version::time, "the sender's clock")
        .field("addr_recv", address, Version::addrRecv, "the receiver as the sender sees it")
        .ifLeft("addr_from", address, Version::addrFrom, "the sender; zeros and ignored today")
        .ifLeft("nonce", u64le, Version::nonce, "random; tells a connection to oneself")
        .ifLeft("user_agent", Primitives.agent, Version::userAgent, "BIP 14")
        .ifLeft("start_height", i32le, Version::startHeight, "the sender's best block")
        .ifLeft(
            "relay",
            Bool.lenient,
            Version::relay,
            "BIP 37: announce transactions to me; absent: yes")
        .make("version", Version::new)
        .otherwise("version", "70016")
        .otherwise("services", "0")
        .otherwise("time", "0")
        .otherwise("addr_recv", "{}")
        .otherwise("addr_from", "{}")
        .otherwise("nonce", "0")
        .otherwise("user_agent", "\"\"")
        .otherwise("start_height", "0");
  }

  /** Whether the sender wants transactions announced. */
  public boolean wantsTransactions() {
    return relay == null || relay;
  }

  /** The user agent, or empty. */
  public String agent() {
    return userAgent == null ? "" : userAgent;
  }

  /** The sender's best height, or 0. */
  public int height() {
    return startHeight == null ? 0 : startHeight;
  }
}
