// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.message.Identify;
import dev.peerglot.codec.protocol.libp2p.message.NoisePayload;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.crypto.curve.Ed25519;
import java.util.List;
import java.util.Optional;

/** Who we say we are, and who the peer says it is. */
final class Introduction {
  private final Persona persona;
  private final Line line;
  private final Dialect dialect;
  private final byte[] key;
  private final byte[] encoded;
  private final List<String> protocols;
  private byte[] peer = new byte[0];
  private List<String> theirs = List.of();

  Introduction(Persona persona, Line line, Dialect dialect) {
    this.persona = persona;
    this.line = line;
    this.dialect = dialect;
    this.key = persona.key() == null ? persona.entropy().bytes(32) : persona.key();
    this.encoded = PublicKeys.ed25519(Ed25519.publicKey(key));
    this.protocols =
        List.of(
            Primitives.IDENTIFY,
            Primitives.PUSH,
            Primitives.PING,
            dialect.kademlia(),
            Primitives.MESHSUB_1_1,
            Primitives.MESHSUB_1_0);
  }

  /**
   * The Noise payload: the identity key, its signature of our Noise static key, and the muxers that
   * are chosen early.
   */
  byte[] payload(byte[] staticKey, List<String> muxers) {
    Out signed = new Out().bytes(PublicKeys.STATIC_PREFIX).bytes(staticKey);
    return payload(encoded, Ed25519.sign(key, signed.toBytes()), muxers);
  }

  /** The payload that introduces a side in the Noise handshake. */
  static byte[] payload(byte[] key, byte[] signature, List<String> muxers) {
    Optional<NoisePayload.Extensions> extensions =
        muxers.isEmpty()
            ? Optional.empty()
            : Optional.of(new NoisePayload.Extensions(List.of(), muxers));
    return NoisePayload.WIRE.toBytes(
        new NoisePayload(Optional.of(key), Optional.of(signature), extensions));
  }

  boolean accepts(String protocol) {
    return protocols.contains(protocol);
  }

  /** We do not serve Kademlia where nobody can dial us, and do not say so then. */
  byte[] identify() {
    boolean listens = line.listening() != 0;
    List<String> shown =
        protocols.stream().filter(id -> listens || !id.equals(dialect.kademlia())).toList();
    return Identify.WIRE.toBytes(
        new Identify(
            Optional.of(encoded),
            listens ? List.of(Multiaddrs.tcp(line.localHost(), line.listening())) : List.of(),
            shown,
            Optional.of(Multiaddrs.tcp(line.remoteHost(), line.remotePort())),
            Optional.of(dialect.version()),
            Optional.of(persona.agent()),
            Optional.empty()));
  }

  void met(byte[] id) {
    peer = id;
  }

  byte[] peer() {
    return peer;
  }

  void note(Identify identify, Findings findings) {
    identify
        .agentVersion()
        .filter(text -> !text.isEmpty())
        .ifPresent(agent -> findings.fact("agent", agent));
    identify
        .protocolVersion()
        .filter(text -> !text.isEmpty())
        .ifPresent(version -> findings.fact("version", version));
    if (!identify.protocols().isEmpty()) {
      theirs = identify.protocols();
      findings.fact("services", String.join(" ", theirs));
    }
  }

  /** The peer's protocol id of Kademlia. */
  Optional<String> kademlia() {
    return theirs.contains(dialect.kademlia())
        ? Optional.of(dialect.kademlia())
        : theirs.stream().filter(Dialect::isKademlia).findFirst();
  }

  /** The protocol that carries a message. */
  String protocolOf(String message) {
    return switch (message) {
      case Messages.IDENTIFY -> Primitives.PUSH;
      case Messages.PING -> Primitives.PING;
      case Messages.RPC -> Primitives.MESHSUB_1_1;
      default -> kademlia().orElse(dialect.kademlia());
    };
  }
}
