// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

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

/** Witnet: names the rooms. */
public final class WitnetProtocol implements Protocol {
  /** The protocol. */
  public WitnetProtocol() {}

  @Override
  public String name() {
    return "witnet";
  }

  @Override
  public String about() {
    return "Witnet, a chain of a decentralised oracle network: protobuf in the clear";
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
    return Messages.of(Networks.MAIN);
  }

  @Override
  public Catalogue messages(Network network) {
    return Messages.of(network);
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Handshake(network);
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return new WitnetBehaviour(me, errand, persona, line);
  }

  @Override
  public Likeness likeness(Opening opening, Secrets secrets) {
    return Marks.likeness(opening);
  }

  @Override
  public Map<String, String> keyLabels() {
    return Keys.LABELS;
  }

  @Override
  public byte[] frame(Network network, String message, byte[] body) {
    return Framing.frame(Networks.magic(network), Messages.of(network).get(message).code(), body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return Marks.bare(network, bytes);
  }

  @Override
  public Identity identity(byte[] key) {
    return Keys.identity(key);
  }
}
