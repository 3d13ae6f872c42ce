// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Pair;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for the conversations of every protocol in the catalogue. */
class EveryHandshakeTest {
  private static final int RUNS = 25;

  /** One check on a protocol and its main network. */
  private interface Check {
    void on(Protocol protocol, Network network);
  }

  private static List<DynamicTest> each(Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Protocol protocol : Protocols.all()) {
      Network network = protocol.networks().getFirst();
      tests.add(DynamicTest.dynamicTest(protocol.name(), () -> check.on(protocol, network)));
    }
    assertFalse(tests.isEmpty());
    return tests;
  }

  private static Pair pair(Protocol protocol, Network network, Errand.Goal goal, long seed) {
    return new Pair(protocol, network, Errand.to(goal), seed).run();
  }

  @TestFactory
  List<DynamicTest> dialerReachesListenerAndHearsItsNeighbours() {
    return each(
        (protocol, network) -> {
          for (int seed = 1; seed <= RUNS; seed++) {
            Pair pair = pair(protocol, network, Errand.Goal.ASK_PEERS, seed);
            assertEquals(
                Verdict.REACHED,
                pair.findings(Side.DIALER).verdict(),
                pair.findings(Side.DIALER).error());
            assertEquals(
                3, pair.findings(Side.DIALER).neighbours().size(), "neighbours, seed " + seed);
          }
        });
  }

  @TestFactory
  List<DynamicTest> bothEndsAndObserversAgree() {
    return each(
        (protocol, network) -> {
          for (int seed = 1; seed <= RUNS; seed++) {
            Pair pair = pair(protocol, network, Errand.Goal.ASK_PEERS, seed);
            for (Side key : Side.values()) {
              List<String> whole = pair.observe(pair.secrets(key), 0);
              List<String> single = pair.observe(pair.secrets(key), 1);
              for (Side from : Side.values()) {
                List<String> sent = pair.seenBy(from, from);
                boolean elsewhere = protocol.answersOnNewConnections() && from == Side.LISTENER;
                assertEquals(elsewhere, sent.isEmpty());
                assertEquals(sent, Pair.only(whole, from), "seed " + seed + " key of " + key);
                assertEquals(sent, Pair.only(single, from), "one byte at a time");
                // Who leaves first may see the other's last words cut in the middle.
                List<String> received =
                    pair.seenBy(from.other(), from).stream()
                        .filter(line -> !line.contains(" broken "))
                        .toList();
                assertEquals(sent.subList(0, received.size()), received);
              }
            }
          }
        });
  }

  @TestFactory
  List<DynamicTest> theSameSeedGivesTheSameBytes() {
    return each(
        (protocol, network) ->
            assertEquals(
                pair(protocol, network, Errand.Goal.GREET, 5).seenBy(Side.DIALER, Side.DIALER),
                pair(protocol, network, Errand.Goal.GREET, 5).seenBy(Side.DIALER, Side.DIALER)));
  }

  @TestFactory
  List<DynamicTest> anotherNetworkIsToldAsSuch() {
    return each(
        (protocol, network) -> {
          byte[] id = network.id().clone();
          if (id.length == 0) {
            return; // the network has no id on the wire
          }
          id[0] ^= 0x40;
          Pair pair =
              new Pair(protocol, network, network.withId(id), Errand.to(Errand.Goal.GREET), 3)
                  .run();
          Verdict verdict = pair.findings(Side.DIALER).verdict();
          // Where the id is part of the encryption nobody can tell more than that it fails.
          boolean told =
              verdict == Verdict.WRONG_NETWORK
                  || verdict == Verdict.HUNG_UP
                  || verdict == Verdict.CRYPTO_ERROR;
          assertTrue(told, "verdict " + verdict);
        });
  }

  @TestFactory
  List<DynamicTest> pingsAreAnswered() {
    return each(
        (protocol, network) -> {
          Pair pair =
              new Pair(protocol, network, new Errand(Errand.Goal.PING, 3, Duration.ofSeconds(1)), 9)
                  .run();
          assertEquals(3, pair.findings(Side.DIALER).roundTrips().size());
        });
  }

  @TestFactory
  List<DynamicTest> bytesAreBalancedWhateverIsLostOrChanged() {
    return each(
        (protocol, network) -> {
          for (int seed = 1; seed <= 4 * RUNS; seed++) {
            Pair pair = pair(protocol, network, Errand.Goal.ASK_PEERS, 1 + seed % 5);
            damage(protocol, network, pair, new SplittableRandom(seed));
          }
        });
  }

  private static void damage(
      Protocol protocol, Network network, Pair pair, SplittableRandom random) {
    Secrets secrets = pair.secrets(random.nextBoolean() ? Side.DIALER : Side.LISTENER);
    Transcript transcript = new Transcript(protocol.machine(network, secrets), Limits.DEFAULT);
    long[] fed = new long[2];
    long[] lost = new long[2];
    long told = 0;
    for (Pair.Piece piece : pair.wire()) {
      byte[] bytes = piece.bytes().clone();
      int side = piece.from().ordinal();
      switch (random.nextInt(8)) {
        case 0 -> {
          transcript.hole(piece.from(), bytes.length);
          lost[side] += bytes.length;
          continue;
        }
        case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        default -> {}
      }
      transcript.feed(piece.from(), bytes);
      fed[side] += bytes.length;
    }
    for (Side side : Side.values()) {
      transcript.end(side, random.nextBoolean());
    }
    long[] messages = new long[2];
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      told++;
      if (event instanceof Event.Message message) {
        messages[message.from().ordinal()] += message.size();
      }
    }
    for (Side side : Side.values()) {
      var balance = transcript.balance(side);
      assertEquals(fed[side.ordinal()], balance.captured());
      assertEquals(lost[side.ordinal()], balance.missing());
      assertEquals(balance.captured(), balance.decoded() + balance.undecoded());
      assertTrue(balance.undecoded() >= 0, "undecoded " + balance);
      assertTrue(messages[side.ordinal()] <= balance.decoded(), "messages beyond " + balance);
    }
    assertTrue(told < 100_000);
  }
}
