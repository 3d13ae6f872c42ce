// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.MessageLog;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Search;
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

/** Bitcoin and the coins on its wire: names the rooms. */
public final class BitcoinProtocol implements Protocol {
  /** The protocol. */
  public BitcoinProtocol() {}

  @Override
  public String name() {
    return "bitcoin";
  }

  @Override
  public String about() {
    return "Bitcoin and the coins that took over its wire: plain (v1) or encrypted (v2, BIP 324)";
  }

  @Override
  public List<Network> networks() {
    return Networks.ALL;
  }

  @Override
  public Network network(Network base, Map<String, String> options) {
    return Networks.with(base, Choices.strip(options));
  }

  @Override
  public Catalogue messages() {
    return Messages.ALL;
  }

  @Override
  public Catalogue messages(Network network) {
    return Messages.of(network);
  }

  @Override
  public Machine machine(Network network, Secrets secrets) {
    return new Handshake(network, secrets);
  }

  @Override
  public Behaviour behaviour(Side me, Errand errand, Persona persona, Line line) {
    return new BitcoinBehaviour(me, errand, persona, line);
  }

  @Override
  public Likeness likeness(Opening opening, Secrets secrets) {
    return Marks.likeness(opening, secrets);
  }

  @Override
  public Map<String, String> keyLabels() {
    return Keys.LABELS;
  }

  @Override
  public byte[] frame(Network network, String message, byte[] body) {
    return Framing.frame(network, Messages.of(network).named(message).code(), body);
  }

  @Override
  public Bare bare(Network network, byte[] bytes) {
    return Framing.bare(network, bytes);
  }

  @Override
  public Duration patience(String message) {
    return switch (message) {
      case Messages.TX -> Supply.TO_BE_ASKED;
      case Messages.MEMPOOL -> Supply.TO_BE_TOLD;
      default -> Protocol.super.patience(message);
    };
  }

  @Override
  public Search search(Network network, List<String> wanted) {
    return new ScriptSearch(network, wanted);
  }

  @Override
  public List<Map<String, String>> styles(Network network) {
    return Choices.styles(network);
  }

  @Override
  public MessageLog messageLog() {
    return CaptureFiles.LOG;
  }
}
