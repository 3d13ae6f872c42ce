// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import dev.peerglot.codec.text.Base58;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Releases of pchain-network that differ on the wire. Their agent version does not tell them apart;
 * the names of their topics and the ids of their messages do.
 */
public enum Generation {
  /** 0.4.2: opaque payloads; ids of topic, author in base58 and number. */
  V0_4_2("0.4.2"),
  /** 0.4.3 and 0.5: ids of topic, author in base64url and number. */
  V0_5("0.5"),
  /** 0.6: mailboxes have a prefix, transactions a version; ids of author and number. */
  V0_6("0.6");

  private final String label;

  Generation(String label) {
    this.label = label;
  }

  /** The release as people write it. */
  public String label() {
    return label;
  }

  /** The generation whose nodes subscribe to that topic, if only one does. */
  public static Optional<Generation> ofTopic(String topic) {
    if (topic.equals(Topics.HOTSTUFF) || topic.startsWith(Topics.HOTSTUFF + "/")) {
      return Optional.of(V0_6);
    }
    boolean old = topic.equals(Topics.CONSENSUS) || topic.equals(Topics.DROPPED);
    return old || Topics.owner(topic).isPresent() ? Optional.of(V0_5) : Optional.empty();
  }

  /** Where a node of this generation tells all about consensus. */
  public String broadcast() {
    return this == V0_6 ? Topics.HOTSTUFF : Topics.CONSENSUS;
  }

  /** The mailbox of an address. */
  public String mailbox(byte[] address) {
    return this == V0_6 ? Topics.mailbox(address) : Topics.oldMailbox(address);
  }

  /**
   * The id by which IHAVE and IWANT name a message: ASCII.
   *
   * @param author peer id, as in {@code from}
   * @param number as in {@code seqno}: 8 bytes, high byte first
   */
  public byte[] messageId(String topic, byte[] author, byte[] number) {
    String count = Long.toUnsignedString(new In(number).i64be());
    String id =
        switch (this) {
          case V0_4_2 -> topic + Base58.encode(author) + count;
          case V0_5 -> topic + PublicAddress.spell(author) + count;
          case V0_6 -> Base58.encode(author) + count;
        };
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
