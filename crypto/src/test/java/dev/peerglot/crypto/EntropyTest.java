// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropyTest {

  @Test
  void seededStreamIsSha256InCounterMode() {
    byte[] block = new byte[16];
    block[7] = 5;
    byte[] first = Sha256.of(block);
    block[15] = 1;
    byte[] second = Sha256.of(block);
    byte[] drawn = Entropy.seeded(5).bytes(64);
    assertArrayEquals(first, Arrays.copyOf(drawn, 32));
    assertArrayEquals(second, Arrays.copyOfRange(drawn, 32, 64));
  }

  @Test
  void seededStreamDoesNotDependOnHowItIsCut() {
    byte[] whole = Entropy.seeded(-9).bytes(1000);
    Entropy cut = Entropy.seeded(-9);
    Entropy sizes = Entropy.seeded(3);
    for (int offset = 0; offset < whole.length; ) {
      int size = Math.min(sizes.below(70), whole.length - offset);
      assertArrayEquals(Arrays.copyOfRange(whole, offset, offset + size), cut.bytes(size));
      offset += size;
    }
  }

  @Test
  void differentSeedsDiffer() {
    assertFalse(Arrays.equals(Entropy.seeded(1).bytes(32), Entropy.seeded(2).bytes(32)));
  }

  @Test
  void numbersBelowABoundReachAllOfIt() {
    Entropy entropy = Entropy.seeded(7);
    int[] seen = new int[6];
    for (int i = 0; i < 6000; i++) {
      seen[entropy.below(6)]++;
    }
    for (int count : seen) {
      assertTrue(count > 850 && count < 1150, Arrays.toString(seen));
    }
    assertEquals(0, entropy.below(1));
    assertThrows(IllegalArgumentException.class, () -> entropy.below(0));
    assertThrows(IllegalArgumentException.class, () -> entropy.bytes(-1));
  }

  @Test
  void systemDrawsFreshBytes() {
    assertFalse(Arrays.equals(Entropy.system().bytes(32), Entropy.system().bytes(32)));
    assertEquals(0, Entropy.system().bytes(0).length);
    assertTrue(Entropy.system().nextLong() != Entropy.system().nextLong());
  }
}
