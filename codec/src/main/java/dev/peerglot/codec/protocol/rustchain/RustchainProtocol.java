// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

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

/** The rust teaching chain: names the rooms. */
public final class RustchainProtocol implements Protocol {
  /** The protocol. */
  public RustchainProtocol() {}

  @Override
  public String name() {
    return "rustchain";
  }

  @Override
  public String about() {
    return "rust-blockchain, a teaching chain with a book: JSON over TCP, answers on new"
        + " connections";
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
    return Messages.ALL;
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Handshake();
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return me == Side.DIALER
        ? new RustchainBehaviour(errand, persona, line)
        : new Answering(persona, line);
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
    return Framing.frame(message, body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return Framing.bare(network, bytes);
  }

  @Override
  public boolean answersOnNewConnections() {
    return true;
  }

  @Override
  public String danger(String message, byte[] body) {
    return Messages.danger(message, body);
  }

  @Override
  public Identity identity(byte[] key) {
    return Keys.identity(key);
  }
}
