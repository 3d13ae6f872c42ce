// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitshares.Primitives.Endpoint4;
import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.crypto.curve.Secp256k1;

/** Our hello and our refusals, what a peer's hello tells, and who is in our company. */
final class Hellos {
  private static final long PROTOCOL_VERSION = 106;

  private final Persona persona;
  private final Line line;
  private final byte[] nodeKey;
  private final byte[] nodePublicKey;
  private final byte[] nodeId;
  private String companion;

  Hellos(Persona persona, Line line) {
    this.persona = persona;
    this.line = line;
    this.nodeKey =
        persona.key() == null ? Secp256k1.newPrivateKey(persona.entropy()) : persona.key();
    this.nodePublicKey = Secp256k1.publicKey(nodeKey);
    // A node that is dialled keeps one id, so that it is recognised; a prober is a stranger each
    // time,
    // or the second node that still holds a connection of ours would refuse it.
    this.nodeId =
        persona.key() == null ? persona.entropy().bytes(33) : Secp256k1.publicKey(persona.key());
  }

  byte[] nodeId() {
    return nodeId;
  }

  Hello ours(byte[] digest) {
    boolean listens = line.listening() != 0;
    Endpoint4 local = Endpoint4.of(line.localHost(), line.listening());
    return new Hello(
        persona.agent(),
        PROTOCOL_VERSION,
        listens ? local.address() : 0,
        line.listening(),
        listens ? line.localPort() : 0,
        nodePublicKey,
        Secp256k1.sign(nodeKey, digest),
        persona.network().id(),
        UserData.ours(nodeId));
  }

  Outgoing rejection(int code, String reason) {
    return Outgoing.Message.of(
        Messages.ALL.get(Messages.REJECTED),
        ConnectionRejected.WIRE,
        new ConnectionRejected(
            persona.agent(),
            PROTOCOL_VERSION,
            Endpoint4.of(line.remoteHost(), line.remotePort()),
            code,
            reason));
  }

  /** Notes who the peer says it is. */
  void note(Hello hello, Findings findings) {
    findings.fact("identity", Hex.of(hello.nodePublicKey()));
    findings.fact("agent", hello.userAgent());
    findings.fact("version", hello.coreProtocolVersion());
    UserData data = UserData.read(hello.userData());
    if (data.number("last_known_block_number") != null) {
      findings.fact("height", data.number("last_known_block_number"));
    }
    findings.fact("chain_id", Hex.of(hello.chainId()));
    try {
      findings.fact("node_id", Hex.of(data.nodeId(hello.nodePublicKey())));
    } catch (Malformed e) {
      findings.complain(e.line());
    }
    if (data.text("platform") != null) {
      findings.fact("platform", data.text("platform"));
    }
  }

  /** The peer is one of our company now. */
  void join(Hello hello) {
    companion = Hex.of(UserData.read(hello.userData()).nodeId(hello.nodePublicKey()));
    persona.company().add(companion);
  }

  /** The connection is over. */
  void part() {
    if (companion != null) {
      persona.company().remove(companion);
    }
  }
}
