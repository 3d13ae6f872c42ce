// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.bitcoin.message.NetAddr;
import dev.peerglot.codec.protocol.bitcoin.message.Version;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Side;
import java.math.BigInteger;
import java.time.Instant;

/** Our {@code version}, what a peer's tells, and the nonce that tells us from ourselves. */
final class Greeting {
  /** {@code PROTOCOL_VERSION} of Core 28. */
  static final int PROTOCOL = 70016;

  /** {@code MIN_PEER_PROTO_VERSION}: Core leaves peers below. */
  static final int OLDEST = 31800;

  /** From this version of both sides on, {@code wtxidrelay} and {@code sendaddrv2} are said. */
  static final int FEATURES = 70016;

  /**
   * Dash counts its own versions. It leaves peers below 70216 ({@code MIN_PEER_PROTO_VERSION} in
   * {@code src/version.h} of dashpay/dash) and knows {@code addrv2} from 70223 on.
   */
  private static final int PROTOCOL_OF_DASH = 70238;

  private static final long NETWORK = 1;
  private static final long WITNESS = 1 << 3;
  private static final long NETWORK_LIMITED = 1 << 10;
  private static final long P2P_V2 = 1 << 11;

  private final Side me;
  private final Persona persona;
  private final Line line;
  private final Choices choices;
  private final Chain chain;
  private final long nonce;

  Greeting(Side me, Persona persona, Line line, Choices choices) {
    this.me = me;
    this.persona = persona;
    this.line = line;
    this.choices = choices;
    this.chain = Chain.of(persona.network());
    this.nonce = persona.entropy().nextLong();
  }

  /**
   * The version message. Who dials offers nothing; who is dialled offers what makes Core keep an
   * outbound peer, and has yet to find out that there are no blocks.
   */
  Outgoing version(Instant now) {
    long services = me == Side.DIALER ? 0 : NETWORK | NETWORK_LIMITED;
    if (me == Side.LISTENER && chain.traits().contains(Chain.Trait.SEGWIT)) {
      services |= WITNESS | (choices.encrypts() ? P2P_V2 : 0);
    }
    boolean dash = persona.network().scheme().startsWith("dash");
    Version version =
        new Version(
            dash ? PROTOCOL_OF_DASH : PROTOCOL,
            services,
            now.getEpochSecond(),
            NetAddr.of(0, line.remoteHost(), line.remotePort()),
            new NetAddr(services, new byte[16], 0),
            nonce,
            agent(persona.agent()),
            0,
            choices.relay());
    return Outgoing.Message.of(Messages.ALL.get(Messages.VERSION), Version.WIRE, version);
  }

  /** A name in the form of BIP 14: {@code /Name:Version/}. */
  static String agent(String name) {
    return name.startsWith("/") ? name : "/" + name.replace('/', ':') + "/";
  }

  /** Whether a peer that says this serves witnesses (BIP 144). */
  boolean servesWitnesses(Version theirs) {
    return chain.traits().contains(Chain.Trait.SEGWIT) && (theirs.services() & WITNESS) != 0;
  }

  /** Makes our nonce known to our other connections. */
  void enter() {
    persona.company().add(companion(nonce));
  }

  /** Takes it back. */
  void leave() {
    persona.company().remove(companion(nonce));
  }

  /** Whether the peer is one of our own connections that is being made. */
  boolean isOurself(Version theirs) {
    return theirs.nonce() != null
        && theirs.nonce() != 0
        && persona.company().contains(companion(theirs.nonce()));
  }

  private static String companion(long nonce) {
    return "version nonce " + Long.toHexString(nonce);
  }

  /** Notes what the peer says of itself. */
  void note(Version theirs, Findings findings) {
    findings.fact("agent", theirs.agent());
    findings.fact("version", theirs.version());
    long services = theirs.services();
    if (services >= 0) {
      findings.fact("services", services);
    } else {
      findings.fact("services", new BigInteger(Long.toUnsignedString(services)));
    }
    findings.fact("services_names", chain.serviceNames().list(services));
    findings.fact("height", theirs.height());
    findings.fact("relay", theirs.wantsTransactions());
  }
}
