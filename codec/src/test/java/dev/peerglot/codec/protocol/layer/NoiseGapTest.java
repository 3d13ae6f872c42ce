// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Direction;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Machine;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.crypto.noise.NoiseCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Noise messages of all sizes behind holes of all sizes. */
class NoiseGapTest {
  private static final byte[] KEY = new byte[32];

  private final SplittableRandom random = new SplittableRandom(12);
  private final List<Integer> starts = new ArrayList<>();

  /** Keeps what comes. */
  private static final class Keeper implements Machine {
    private Direction direction;

    @Override
    public boolean step(Direction each, Consumer<Event> events) {
      direction = each.from() == Side.DIALER ? each : direction;
      return false;
    }

    @Override
    public void hole(Direction each, long missing, Consumer<Event> events) {}

    @Override
    public void end(Direction each, Consumer<Event> events) {}

    @Override
    public byte[] seal(Side who, Outgoing outgoing) {
      return new byte[0];
    }
  }

  private byte[] stream(int count, int largest) {
    starts.clear();
    NoiseCipher cipher = new NoiseCipher(KEY, 0);
    Out out = new Out();
    for (int i = 0; i < count; i++) {
      starts.add(out.size());
      byte[] plain = new byte[random.nextInt(1, largest)];
      byte[] sealed = cipher.seal(plain, 0, plain.length);
      out.u16be(sealed.length).bytes(sealed);
    }
    return out.toBytes();
  }

  /** Which message is found behind a hole, or -1. */
  private int found(byte[] bytes, int passed, int from, int to) {
    NoiseCipher cipher = new NoiseCipher(KEY, passed);
    Keeper keeper = new Keeper();
    Transcript transcript = new Transcript(keeper, new Limits(1 << 24));
    transcript.feed(Side.DIALER, bytes, 0, from);
    keeper.direction.waste(starts.get(passed));
    double mean = passed == 0 ? 256 : (double) starts.get(passed) / passed;
    NoiseGap gap = new NoiseGap(cipher, mean, keeper.direction);
    transcript.hole(Side.DIALER, to - from);
    transcript.feed(Side.DIALER, bytes, to, bytes.length - to);
    int before = gap.find(keeper.direction, true);
    if (before < 0) {
      return -1;
    }
    int number = starts.indexOf(to + before);
    assertEquals(number, cipher.counter());
    int messages = number - passed;
    assertEquals(to + before - starts.get(passed) - 18L * messages, gap.missing());
    return number;
  }

  private int firstBehind(int to) {
    int first = 0;
    while (first < starts.size() && starts.get(first) < to) {
      first++;
    }
    return first;
  }

  @Test
  void firstWholeMessageBehindAHoleIsFound() {
    for (int largest : new int[] {2, 40, 300, 2000, 16_000}) {
      for (int round = 0; round < 20; round++) {
        byte[] bytes = stream(30, largest);
        int from = random.nextInt(1, bytes.length / 3);
        int to = Math.min(bytes.length, from + random.nextInt(1, largest > 9000 ? 3000 : 6000));
        int passed = 0;
        while (passed + 1 < starts.size() && starts.get(passed + 1) <= from) {
          passed++;
        }
        int expected = firstBehind(to);
        if (expected < starts.size()) {
          assertEquals(expected, found(bytes, passed, from, to), largest + ": " + from + "-" + to);
        }
      }
    }
  }

  @Test
  void bytesWithoutAMessageAreGivenUpInBoundedTime() {
    byte[] noise = new byte[2 << 20];
    random.nextBytes(noise);
    starts.clear();
    starts.add(0);
    NoiseCipher cipher = new NoiseCipher(KEY, 0);
    Keeper keeper = new Keeper();
    Transcript transcript = new Transcript(keeper, new Limits(1 << 24));
    transcript.feed(Side.DIALER, noise, 0, 1);
    NoiseGap gap = new NoiseGap(cipher, 256, keeper.direction);
    transcript.hole(Side.DIALER, 100_000);
    transcript.feed(Side.DIALER, noise);
    int slides = 0;
    while (!gap.isLost()) {
      assertEquals(-1, gap.find(keeper.direction, false));
      int hopeless = gap.hopeless(keeper.direction);
      assertTrue(hopeless > 0);
      keeper.direction.waste(hopeless);
      slides++;
    }
    assertTrue(slides < 5, slides + " slides");
  }
}
