// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.protocol.witnet.message.Beacons.CheckpointBeacon;
import dev.peerglot.codec.protocol.witnet.message.Beacons.LastBeacon;
import dev.peerglot.codec.protocol.witnet.message.Version;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Our {@code Version}, and what is checked of the peer's in the order of {@code
 * session/handlers.rs}: magic (by the frames, see {@link WitnetBehaviour}), clock, and by diallers
 * the beacon.
 */
final class Greeting {
  /** {@code handshake_max_ts_diff}: seconds, inclusive. */
  static final long DRIFT = 10;

  private final Persona persona;
  private final Line line;
  private final Chain chain;

  Greeting(Persona persona, Line line) {
    this.persona = persona;
    this.line = line;
    this.chain = Networks.chain(persona.network());
  }

  /** What is wrong with a peer's greeting. */
  record Objection(Verdict verdict, String why) {}

  /**
   * Our greeting: the user wants no dialling back, so a dialler names no address.
   *
   * @param theirs the dialler's greeting that we answer, or null where we begin
   */
  Version ours(Version theirs, Instant now) {
    return new Version(
        1,
        now.getEpochSecond(),
        1,
        line.listening() == 0 ? Place.NONE : Place.of(line.localHost(), line.listening()),
        Place.of(line.remoteHost(), line.remotePort()),
        persona.agent(),
        new In(persona.entropy().bytes(8)).i64be(),
        theirs == null || isElsewhere(theirs) ? young() : theirs.beacon());
  }

  /** Where a chain ends that has nothing but its first block. */
  private LastBeacon young() {
    return new LastBeacon(
        new CheckpointBeacon(0, chain.genesisHash()),
        new CheckpointBeacon(0, Chain.bootstrapHash()));
  }

  /**
   * What the reference would leave for; it does not compare superblocks here, because we have none
   * of our own: instead the tip is compared with where the other networks are now.
   */
  Optional<Objection> judge(Side me, Version theirs, Instant now) {
    long drift = theirs.timestamp() - now.getEpochSecond();
    if (Math.abs(drift) > DRIFT) {
      return Optional.of(
          new Objection(
              Verdict.PROTOCOL_ERROR,
              "its clock is " + drift + " s off ours; more than " + DRIFT + " s are refused"));
    }
    if (me == Side.LISTENER) {
      return Optional.empty();
    }
    long tip = theirs.beacon().highestBlockCheckpoint().checkpoint();
    Epochs epochs = chain.epochs();
    if (epochs != null && tip > epochs.at(now.getEpochSecond())) {
      String why = "its chain is at epoch " + tip + ", which lies ahead on this network";
      return Optional.of(new Objection(Verdict.WRONG_NETWORK, why + elsewhere(theirs)));
    }
    return isElsewhere(theirs)
        ? Optional.of(
            new Objection(
                Verdict.WRONG_NETWORK, "its chain is at epoch " + tip + elsewhere(theirs)))
        : Optional.empty();
  }

  private static Network guess(Version version) {
    return Networks.guess(Networks.MAGIC, version.timestamp(), version.beacon());
  }

  /**
   * Whether a greeting is surely of another network than ours: a chain that ends at its beginning
   * ends with its genesis block; and where a public network is now, ours is not.
   */
  private boolean isElsewhere(Version version) {
    CheckpointBeacon tip = version.beacon().highestBlockCheckpoint();
    if (tip.checkpoint() == 0) {
      return Networks.hasGenesis(persona.network())
          && !Arrays.equals(tip.hashPrevBlock(), chain.genesisHash());
    }
    Network guess = guess(version);
    return guess != null
        && Networks.hasGenesis(guess)
        && !guess.scheme().equals(persona.network().scheme());
  }

  private static String elsewhere(Version version) {
    Network guess = guess(version);
    return guess == null || !Networks.hasGenesis(guess)
        ? ", which is none of ours"
        : ": that is " + guess.title();
  }

  /** Notes who the peer says it is. */
  static void note(Version theirs, Instant now, Findings findings) {
    CheckpointBeacon block = theirs.beacon().highestBlockCheckpoint();
    CheckpointBeacon superblock = theirs.beacon().highestSuperblockCheckpoint();
    findings.fact("agent", theirs.userAgent());
    findings.fact("version", theirs.version());
    findings.fact("services", theirs.capabilities());
    findings.fact("height", block.checkpoint());
    findings.fact("tip", Hex.of(block.hashPrevBlock()));
    findings.fact("superblock", superblock.checkpoint());
    findings.fact("clock_offset", theirs.timestamp() - now.getEpochSecond());
    findings.fact("sender_address", theirs.senderAddress().toString());
    findings.fact("receiver_address", theirs.receiverAddress().toString());
  }
}
