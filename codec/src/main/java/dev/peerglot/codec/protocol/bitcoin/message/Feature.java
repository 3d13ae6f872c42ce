// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Text;

/** {@code feature} (BIP 434): names something that the sender can do, before {@code verack}. */
public record Feature(String featureId, byte[] featureData) {
  /** How it looks; the id has 4 to 80 bytes of printable ASCII. */
  public static final Sequence<Feature> WIRE =
      Rows.of(Feature.class)
          .field("featureid", Text.text(Primitives.count, 80), Feature::featureId, "such as BIP434")
          .field(
              "featuredata",
              Blob.bytes(Primitives.count, 512),
              Feature::featureData,
              "what the feature says about itself")
          .make("feature", Feature::new)
          .otherwise("featuredata", "\"\"");
}
