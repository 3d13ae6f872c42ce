// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Behaviour;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.util.List;
import java.util.Map;

/** libp2p: names the rooms. */
public final class Libp2pProtocol implements Protocol {
  /** The protocol. */
  public Libp2pProtocol() {}

  @Override
  public String name() {
    return "libp2p";
  }

  @Override
  public String about() {
    return "libp2p, the stack under many networks: streams inside a cipher inside a negotiation";
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
    return Dialect.LIBP2P.messages();
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Handshake(Networks.dialect(network), secrets);
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return new Libp2pBehaviour(me, errand, persona, line, Networks.dialect(persona.network()));
  }

  @Override
  public Likeness likeness(Opening opening, Secrets secrets) {
    return Keys.likeness(opening);
  }

  @Override
  public Map<String, String> keyLabels() {
    return Keys.LABELS;
  }

  @Override
  public byte[] frame(Network network, String message, byte[] body) {
    return Framing.frame(message, body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return Framing.bare();
  }

  @Override
  public Identity identity(byte[] key) {
    return Keys.identity(key);
  }
}
