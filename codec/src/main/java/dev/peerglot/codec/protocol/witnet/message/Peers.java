// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tags;
import java.util.List;

/** {@code Peers}, 4: all addresses with which the sender itself has shaken hands as a dialler. */
public record Peers(List<Place> peers) {
  /** Four times what the buckets of the reference hold. */
  static final int MOST = 16_384;

  /** How it looks. */
  public static final Protobuf<Peers> WIRE =
      Protobuf.of(
          Rows.of(Peers.class)
              .field(
                  "peers",
                  Tags.repeated(1, Primitives.address, MOST),
                  Peers::peers,
                  "in no order; the reference has at most 4096")
              .make("Peers", Peers::new));
}
