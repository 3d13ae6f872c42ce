// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

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

/** BitShares: names the rooms. */
public final class BitsharesProtocol implements Protocol {
  /** The protocol. */
  public BitsharesProtocol() {}

  @Override
  public String name() {
    return "bitshares";
  }

  @Override
  public String about() {
    return "BitShares, a delegated-proof-of-stake chain: encrypted from the first byte on";
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
  public Catalogue messages(Network network) {
    byte[] chainId = network.id();
    return Networks.isMain(chainId)
        ? Messages.ALL
        : Messages.ALL.map(kind -> Messages.on(chainId, kind));
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Handshake(secrets);
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return new BitsharesBehaviour(me, errand, persona, line);
  }

  @Override
  public Likeness likeness(Opening opening, Secrets secrets) {
    return Keys.likeness(opening, secrets);
  }

  @Override
  public Map<String, String> keyLabels() {
    return Keys.LABELS;
  }

  @Override
  public byte[] frame(Network network, String message, byte[] body) {
    return Framing.frame(Messages.ALL.named(message).code(), body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return Framing.bare(network, bytes);
  }

  @Override
  public Identity identity(byte[] key) {
    return Keys.identity(key);
  }
}
