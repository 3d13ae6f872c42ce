// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The floor plan: one method a room. Who knows one protocol's folder knows them all, and the
 * commands know no protocol by name.
 */
public interface Protocol {
  /** The family's name: that of its folder. */
  String name();

  /** One sentence: what it is and whose. */
  String about();

  /** Its networks, the main one first. */
  List<Network> networks();

  /**
   * A network with the options of a peer URL or command line applied.
   *
   * @throws dev.peerglot.codec.bytes.Malformed for an option that it does not know or cannot read
   */
  Network network(Network base, Map<String, String> options);

  /** Its messages, in the order of the spec. */
  Catalogue messages();

  /** Its messages on one network, where networks have layouts or notations of their own. */
  default Catalogue messages(Network network) {
    return messages();
  }

  /** The rules of one connection. */
  Machine machine(Network network, Secrets secrets);

  /** The polite peer of one role. */
  Behaviour behaviour(Side me, Errand errand, Persona persona, Line line);

  /** How much the first bytes of a stream look like this protocol. */
  Likeness likeness(Opening opening, Secrets secrets);

  /** The labels of key logs that open its captures, with what they hold. */
  Map<String, String> keyLabels();

  /**
   * The whole plain frame of a message, without encryption.
   *
   * @throws dev.peerglot.codec.bytes.Malformed if the body is too large for a frame
   */
  byte[] frame(Network network, String message, byte[] body);

  /** Finds the messages in bytes that were taken out of their connection; frames first. */
  Bare bare(Network network, byte[] bytes);

  /**
   * Whether answers come on new connections, which the peer opens to where we listen: who dials
   * then needs a listener first, and {@link Line#listening} names its port.
   */
  default boolean answersOnNewConnections() {
    return false;
  }

  /**
   * What sending a message may do to the peer that its owner would not expect of a stranger, as a
   * clause for people; empty for nothing. Such a message is sent only after an explicit yes.
   */
  default String danger(String message, byte[] body) {
    return "";
  }

  /**
   * Understands what a user looks for in messages.
   *
   * @throws dev.peerglot.codec.bytes.Malformed for what cannot be looked for
   */
  default Search search(Network network, List<String> wanted) {
    throw Malformed.wrong("nothing can be looked for in messages of " + network.scheme(), -1);
  }

  /** How long a peer may take, at most, to answer a message that a user sends. */
  default Duration patience(String message) {
    return Duration.ofSeconds(2);
  }

  /** The files in which its own nodes record messages, or null where they do not. */
  default MessageLog messageLog() {
    return null;
  }

  /** A fresh identity key, or null where the network has none. */
  default Identity identity(byte[] key) {
    return null;
  }

  /**
   * Options with which the peers of a network differ among themselves, for a simulated network to
   * play all of them; one empty set where they do not.
   */
  default List<Map<String, String>> styles(Network network) {
    return List.of(Map.of());
  }
}
