// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Bool.bool;
import static dev.peerglot.codec.schema.Maybe.maybe;
import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Sequence;

/** Authorities for some operations only ({@code custom_authority.hpp}). */
final class CustomAuthorities {
  static final Sequence<Raw> customAuthorityCreate =
      Op.open(
          "custom_authority_create",
          Op.rows()
              .field("account", Ids.account, "whose authority it is")
              .field("enabled", bool, "whether it counts at once")
              .field("valid_from", Words.time, "from then")
              .field("valid_to", Words.time, "till then")
              .field("operation_type", varint, "number of the operation that it is for")
              .field("auth", Authority.authority, "who may do that")
              .field("restrictions", Restrictions.list, "and only so"));

  static final Sequence<Raw> customAuthorityUpdate =
      Op.open(
          "custom_authority_update",
          Op.rows()
              .field("account", Ids.account, "whose authority it is")
              .field("authority_to_update", Ids.customAuthority, "which one")
              .field("new_enabled", maybe(bool), "whether it counts")
              .field("new_valid_from", maybe(Words.time), "from then")
              .field("new_valid_to", maybe(Words.time), "till then")
              .field("new_auth", maybe(Authority.authority), "who may do that")
              .field(
                  "restrictions_to_remove",
                  Sorted.set(u16le, Order.U16),
                  "numbers of restrictions that end")
              .field("restrictions_to_add", Restrictions.list, "restrictions that are new"));

  static final Sequence<Raw> customAuthorityDelete =
      Op.open(
          "custom_authority_delete",
          Op.rows()
              .field("account", Ids.account, "whose authority it is")
              .field("authority_to_delete", Ids.customAuthority, "which one ends"));

  private CustomAuthorities() {}
}
