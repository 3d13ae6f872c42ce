// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.List;

/** {@code address_message}, 5010: the active peers of the sender. */
public record Address(List<AddressInfo> addresses) {
  /** How it looks; a frame of 2 MiB holds at most 39,568 entries. */
  public static final Sequence<Address> WIRE =
      Rows.of(Address.class)
          .field(
              "addresses",
              Lists.list(varint, AddressInfo.WIRE, 39_568),
              Address::addresses,
              "one entry per active peer; the reference uses the first 200")
          .make("address_message", Address::new);
}
