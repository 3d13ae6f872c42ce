// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.libp2p.Libp2pProtocol;
import dev.peerglot.codec.protocol.libp2p.Stack;
import dev.peerglot.codec.protocol.parallelchain.object.PublicAddress;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.crypto.curve.Ed25519;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ParallelChain: names the rooms, most of which are libp2p's. */
public final class ParallelchainProtocol implements Protocol {
  /** How many ports behind the usual one are taken for peers of one machine. */
  private static final int PORTS = 32;

  private final Libp2pProtocol libp2p = new Libp2pProtocol();
  private final Catalogue messages = Messages.of(Networks.dialect(Networks.MAIN));

  /** The protocol. */
  public ParallelchainProtocol() {}

  @Override
  public String name() {
    return "parallelchain";
  }

  @Override
  public String about() {
    return "ParallelChain, a HotStuff chain: Borsh in gossip over libp2p";
  }

  @Override
  public List<Network> networks() {
    return Networks.ALL;
  }

  @Override
  public Network network(Network base, Map<String, String> options) {
    return Networks.with(base, options);
  }

  @Override
  public Catalogue messages() {
    return messages;
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Stack(Networks.dialect(network), secrets);
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return new ParallelchainBehaviour(me, errand, persona, line);
  }

  /** As libp2p; the port speaks for it, and nothing else does before decryption. */
  @Override
  public Likeness likeness(Opening opening, Secrets secrets) {
    Likeness likeness = libp2p.likeness(opening, secrets);
    int beyond = opening.port() - Networks.PORT;
    boolean usual = beyond >= 0 && beyond < PORTS;
    return usual || likeness.degree() != Likeness.Degree.LIKELY
        ? likeness
        : new Likeness(Likeness.Degree.POSSIBLE, null);
  }

  @Override
  public Map<String, String> keyLabels() {
    return libp2p.keyLabels();
  }

  @Override
  public byte[] frame(Network network, String message, byte[] body) {
    if (Messages.isPublished(messages.get(message))) {
      throw Malformed.wrong(
          message + " is published inside of an RPC, under a signature: it has no frame", -1);
    }
    return libp2p.frame(network, message, body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return libp2p.bare(network, bytes);
  }

  /** The key in libp2p's notations, and as the address of an account. */
  @Override
  public Identity identity(byte[] key) {
    Identity identity = libp2p.identity(key);
    Map<String, String> notations = new LinkedHashMap<>();
    notations.put("address", PublicAddress.spell(Ed25519.publicKey(identity.secret())));
    notations.putAll(identity.notations());
    return new Identity(identity.secret(), notations);
  }

  @Override
  public String danger(String message, byte[] body) {
    return Messages.danger(message, body);
  }
}
