// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.session.MessageKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a network of libp2p has of its own: the names of its protocols, and what is published on it.
 */
public final class Dialect {
  /** {@code protocolVersion} and names of no network in particular. */
  public static final Dialect LIBP2P = plain("/ipfs/kad/1.0.0");

  /** Names of Kademlia that do not tell that they are. */
  private static final String PARALLELCHAIN = "/pchain_p2p/";

  /** What travels on a stream. */
  enum Content {
    IDENTIFY,
    PUSH,
    PING,
    KADEMLIA,
    GOSSIP,
    OTHER
  }

  private static final Map<String, Dialect> NAMED = new ConcurrentHashMap<>();

  private final String kademlia;
  private final String version;
  private final Catalogue messages;

  /**
   * A network whose {@code protocolVersion} is the name of its Kademlia.
   *
   * @param kademlia the protocol id of its Kademlia; other ids that contain {@code kad} are taken
   *     for that, too
   * @param published what its published messages hold
   */
  public Dialect(String kademlia, Published published) {
    this(kademlia, kademlia, published);
  }

  private Dialect(String kademlia, String version, Published published) {
    this.kademlia = kademlia;
    this.version = version;
    this.messages = Messages.of(published);
  }

  private static Dialect plain(String kademlia) {
    return new Dialect(kademlia, "ipfs/0.1.0", Published.NOTHING);
  }

  /** Plain libp2p with a Kademlia of that id. */
  public static Dialect named(String kademlia) {
    return NAMED.size() > 100 ? plain(kademlia) : NAMED.computeIfAbsent(kademlia, Dialect::plain);
  }

  /** The protocol id of its Kademlia. */
  public String kademlia() {
    return kademlia;
  }

  /** What its peers say in identify that they are. */
  String version() {
    return version;
  }

  /** Its messages. */
  public Catalogue messages() {
    return messages;
  }

  /** The message of that name. */
  public MessageKind message(String name) {
    return messages.get(name);
  }

  /** What travels on streams of that protocol id. */
  Content content(String protocol) {
    return switch (protocol) {
      case Primitives.IDENTIFY -> Content.IDENTIFY;
      case Primitives.PUSH -> Content.PUSH;
      case Primitives.PING -> Content.PING;
      default -> {
        if (protocol.equals(kademlia) || isKademlia(protocol)) {
          yield Content.KADEMLIA;
        }
        yield protocol.startsWith(Primitives.MESHSUB) || protocol.startsWith(Primitives.FLOODSUB)
            ? Content.GOSSIP
            : Content.OTHER;
      }
    };
  }

  /** Whether a protocol id names a Kademlia by the look of it. */
  static boolean isKademlia(String protocol) {
    return protocol.contains("kad") || protocol.startsWith(PARALLELCHAIN);
  }
}
