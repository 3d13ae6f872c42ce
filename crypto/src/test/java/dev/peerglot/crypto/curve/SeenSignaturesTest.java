// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.Party;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A verdict that is remembered is the verdict. */
class SeenSignaturesTest {
  @Test
  void saysWhatEd25519SaysHoweverOften() {
    Entropy entropy = Entropy.seeded(11);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20; i++) {
      Party author = Ed25519.newParty(entropy);
      byte[] message = entropy.bytes(random.nextInt(100));
      byte[] signature = Ed25519.sign(author.privateKey().orElseThrow(), message);
      for (int round = 0; round < 3; round++) {
        assertTrue(SeenSignatures.verify(author.publicKey(), message, signature));
        byte[] altered = signature.clone();
        altered[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
        assertEquals(
            Ed25519.verify(author.publicKey(), message, altered),
            SeenSignatures.verify(author.publicKey(), message, altered));
        byte[] longer = Arrays.copyOf(message, message.length + 1);
        assertFalse(SeenSignatures.verify(author.publicKey(), longer, signature));
      }
    }
  }

  @Test
  void whatMovesFromOnePartToTheNextIsAnotherQuestion() {
    Party author = Ed25519.party(new byte[32]);
    byte[] message = {1, 2, 3};
    byte[] signature = Ed25519.sign(author.privateKey().orElseThrow(), message);
    assertTrue(SeenSignatures.verify(author.publicKey(), message, signature));
    assertFalse(SeenSignatures.verify(author.publicKey(), new byte[] {2, 3}, signature));
    assertFalse(SeenSignatures.verify(Arrays.copyOf(author.publicKey(), 33), message, signature));
    assertFalse(SeenSignatures.verify(author.publicKey(), message, Arrays.copyOf(signature, 63)));
  }

  @Test
  void strangeKeysAndSignaturesGetTheSameVerdict() {
    Entropy entropy = Entropy.seeded(12);
    byte[] one = new byte[32];
    one[0] = 1;
    byte[] minusOne = new byte[32];
    Arrays.fill(minusOne, (byte) 0xff);
    minusOne[0] = (byte) 0xec;
    minusOne[31] = 0x7f;
    byte[] tooLarge = new byte[32];
    Arrays.fill(tooLarge, (byte) 0xff);
    for (byte[] key : new byte[][] {new byte[32], one, minusOne, tooLarge, entropy.bytes(32)}) {
      for (byte[] first : new byte[][] {new byte[32], one, minusOne, tooLarge, key}) {
        for (byte[] second : new byte[][] {new byte[32], one, entropy.bytes(32)}) {
          byte[] signature = Arrays.copyOf(first, 64);
          System.arraycopy(second, 0, signature, 32, 32);
          byte[] message = entropy.bytes(5);
          assertEquals(
              Ed25519.verify(key, message, signature),
              SeenSignatures.verify(key, message, signature));
        }
      }
    }
  }
}
