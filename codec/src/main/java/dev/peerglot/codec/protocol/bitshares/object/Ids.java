// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Leaf;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Object ids ({@code object_id.hpp}), {@code SPACE.TYPE.INSTANCE}. Where the type is known only the
 * instance is on the wire, as a varint below 2^48; elsewhere all three are in 8 bytes.
 */
public final class Ids {
  static final Leaf<Long> account = id("account", 2);
  static final Leaf<Long> asset = id("asset", 3);
  static final Leaf<Long> forceSettlement = id("force_settlement", 4);
  static final Leaf<Long> committeeMember = id("committee_member", 5);
  static final Leaf<Long> witness = id("witness", 6);
  static final Leaf<Long> limitOrder = id("limit_order", 7);
  static final Leaf<Long> callOrder = id("call_order", 8);
  static final Leaf<Long> custom = id("custom", 9);
  static final Leaf<Long> proposal = id("proposal", 10);
  static final Leaf<Long> withdrawPermission = id("withdraw_permission", 12);
  static final Leaf<Long> vestingBalance = id("vesting_balance", 13);
  static final Leaf<Long> worker = id("worker", 14);
  static final Leaf<Long> balance = id("balance", 15);
  static final Leaf<Long> htlc = id("htlc", 16);
  static final Leaf<Long> customAuthority = id("custom_authority", 17);
  static final Leaf<Long> ticket = id("ticket", 18);
  static final Leaf<Long> liquidityPool = id("liquidity_pool", 19);
  static final Leaf<Long> sametFund = id("samet_fund", 20);
  static final Leaf<Long> creditOffer = id("credit_offer", 21);
  static final Leaf<Long> creditDeal = id("credit_deal", 22);

  /** An id of any space and type: {@code space << 56 | type << 48 | instance}, 8 bytes. */
  static final Leaf<Long> any =
      Leaf.of(
          "object_id",
          8,
          In::i64le,
          (out, id) -> out.i64le(id),
          id -> (id >>> 56) + "." + (id >>> 48 & 0xff) + "." + (id & Ids.INSTANCE),
          Ids::parse,
          random -> 1L << 56 | (long) random.nextInt(23) << 48 | random.nextLong(1L << 20));

  /** {@code vote_id_type}, 4 bytes: kind in the low byte, instance above; {@code 1:23}. */
  static final Leaf<Long> vote =
      Leaf.of(
          "vote_id",
          4,
          In::u32le,
          (out, id) -> out.u32le(id),
          id -> (id & 0xff) + ":" + (id >>> 8),
          Ids::parseVote,
          random -> (long) random.nextInt(1 << 24) << 8 | random.nextInt(3));

  private static final long INSTANCE = (1L << 48) - 1;
  private static final Pattern THREE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,15})");
  private static final Pattern TWO = Pattern.compile("(\\d{1,3}):(\\d{1,8})");

  private Ids() {}

  private static Leaf<Long> id(String name, int type) {
    String prefix = "1." + type + ".";
    return Leaf.of(
        name + "_id",
        1,
        Ids::instance,
        varint::put,
        instance -> prefix + instance,
        text -> {
          long id = parse(text);
          if (id >>> 48 != (1 << 8 | type)) {
            throw new IllegalArgumentException("as " + prefix + "17");
          }
          return id & INSTANCE;
        },
        random -> random.nextLong(INSTANCE) >>> random.nextInt(48));
  }

  private static Long instance(In in) {
    int at = in.at();
    long instance = varint.get(in);
    if (instance < 0 || instance > INSTANCE) {
      throw Malformed.limit(
          "instance " + Long.toUnsignedString(instance) + " has more than 48 bits", at);
    }
    return instance;
  }

  private static Long parse(String text) {
    Matcher parts = THREE.matcher(text);
    if (parts.matches()) {
      int space = Integer.parseInt(parts.group(1));
      int type = Integer.parseInt(parts.group(2));
      long instance = Long.parseLong(parts.group(3));
      if (space < 256 && type < 256 && instance <= INSTANCE) {
        return (long) space << 56 | (long) type << 48 | instance;
      }
    }
    throw new IllegalArgumentException("as 1.2.17");
  }

  private static Long parseVote(String text) {
    Matcher parts = TWO.matcher(text);
    if (parts.matches()) {
      int kind = Integer.parseInt(parts.group(1));
      long instance = Long.parseLong(parts.group(2));
      if (kind < 256 && instance < 1 << 24) {
        return instance << 8 | kind;
      }
    }
    throw new IllegalArgumentException("as 1:23");
  }
}
