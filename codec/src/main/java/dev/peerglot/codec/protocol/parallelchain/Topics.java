// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.protocol.parallelchain.message.PublicAddress;
import java.util.Optional;

/**
 * The topics of gossipsub, plain text. Since pchain-network 0.6: {@code hotstuff_rs} for what all
 * are to hear, {@code hotstuff_rs/ADDRESS} for the mailbox of one, {@code mempool}. Before: {@code
 * consensus}, the bare {@code ADDRESS}, {@code mempool}, {@code droppedTx}. An address is 43
 * characters of base64url.
 */
public final class Topics {
  /** What the leader tells all, since 0.6. */
  public static final String HOTSTUFF = "hotstuff_rs";

  /** The same up to 0.5. */
  public static final String CONSENSUS = "consensus";

  /** Pending transactions. */
  public static final String MEMPOOL = "mempool";

  /** Transactions that were given up, up to 0.5. */
  public static final String DROPPED = "droppedTx";

  private static final String PREFIX = HOTSTUFF + "/";
  private static final int LENGTH = 43;

  private Topics() {}

  /** What travels under a topic. */
  enum Content {
    HOTSTUFF_MESSAGE,
    PENDING,
    DROPPED,
    UNKNOWN
  }

  /** What travels under that topic. */
  static Content content(String topic) {
    return switch (topic) {
      case HOTSTUFF, CONSENSUS -> Content.HOTSTUFF_MESSAGE;
      case MEMPOOL -> Content.PENDING;
      case DROPPED -> Content.DROPPED;
      default -> owner(topic).isPresent() ? Content.HOTSTUFF_MESSAGE : Content.UNKNOWN;
    };
  }

  /** The mailbox of an address since 0.6. */
  public static String mailbox(byte[] address) {
    return PREFIX + PublicAddress.spell(address);
  }

  /** The mailbox of an address up to 0.5. */
  public static String oldMailbox(byte[] address) {
    return PublicAddress.spell(address);
  }

  /** Whose mailbox that topic is, if it is one. */
  public static Optional<byte[]> owner(String topic) {
    String text = topic.startsWith(PREFIX) ? topic.substring(PREFIX.length()) : topic;
    try {
      return text.length() == LENGTH ? Optional.of(PublicAddress.parse(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
