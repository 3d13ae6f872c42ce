// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import static dev.peerglot.codec.schema.Numbers.u16le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.protocol.bitshares.VariantObject;
import dev.peerglot.codec.schema.Blob;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** {@code hello_message}, 5006: the first message of each side. */
public record Hello(
    String userAgent,
    long coreProtocolVersion,
    int inboundAddress,
    int inboundPort,
    int outboundPort,
    byte[] nodePublicKey,
    byte[] signedSharedSecret,
    byte[] chainId,
    byte[] userData) {

  /** How it looks. */
  public static final Sequence<Hello> WIRE =
      Rows.of(Hello.class)
          .field("user_agent", Primitives.shortText, Hello::userAgent, "name of the software")
          .field("core_protocol_version", u32le, Hello::coreProtocolVersion, "106; never judged")
          .field(
              "inbound_address", Primitives.ip4, Hello::inboundAddress, "where the sender listens")
          .field("inbound_port", u16le, Hello::inboundPort, "0: the sender does not listen")
          .field("outbound_port", u16le, Hello::outboundPort, "source port of this connection")
          .field("node_public_key", Primitives.key33, Hello::nodePublicKey, "long-lived node key")
          .field(
              "signed_shared_secret",
              Primitives.signature,
              Hello::signedSharedSecret,
              "node key's signature of SHA-256 of the shared secret")
          .field("chain_id", Blob.bytes(32), Hello::chainId, "SHA-256 of the genesis file")
          .field(
              "user_data", VariantObject.OBJECT, Hello::userData, "platform, node_id, head block")
          .make("hello_message", Hello::new)
          .otherwise("core_protocol_version", "106")
          .otherwise("inbound_address", "\"0.0.0.0\"")
          .otherwise("inbound_port", "0")
          .otherwise("outbound_port", "0")
          .otherwise("user_data", "{}");
}
