// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Primitives;
import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Tags;

/** {@code Version}, 1: the first message of each side. */
public record Version(
    long version,
    long timestamp,
    long capabilities,
    Place senderAddress,
    Place receiverAddress,
    String userAgent,
    long nonce,
    LastBeacon beacon) {

  private static final int LONGEST_AGENT = 4096;
  private static final Names CAPABILITIES = Names.bits().on(0, "full_node");

  /** How it looks on a chain with these beacons. */
  static Protobuf<Version> wire(Beacons beacons) {
    return Protobuf.of(
        Rows.of(Version.class)
            .field("version", Tags.uint32(1), Version::version, "1; never judged")
            .field(
                "timestamp",
                Tags.varint(2, Primitives.seconds),
                Version::timestamp,
                "the sender's clock; more than 10 s off: refused")
            .field(
                "capabilities",
                Tags.fixed64(3, CAPABILITIES),
                Version::capabilities,
                "1; never judged")
            .field(
                "sender_address",
                Tags.required(4, Primitives.address),
                Version::senderAddress,
                "where the sender can be dialled; 0.0.0.0:0 for nowhere")
            .field(
                "receiver_address",
                Tags.required(5, Primitives.address),
                Version::receiverAddress,
                "the receiver as the sender sees it: tells your public address")
            .field(
                "user_agent",
                Tags.string(6, LONGEST_AGENT),
                Version::userAgent,
                "name of the software")
            .field("nonce", Tags.fixed64(7), Version::nonce, "random; never judged")
            .field(
                "beacon",
                Tags.required(8, beacons.lastBeacon),
                Version::beacon,
                "where the sender's chain ends; judged by diallers only")
            .make("Version", Version::new));
  }
}
