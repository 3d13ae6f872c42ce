// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerSignatureTest {

  private static final HexFormat HEX = HexFormat.of();

  /** The first signature of BIP 143's first example, without its hash type. */
  @Test
  void aSignatureFromTheChain() {
    String r = "8b9d1dc26ba6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be";
    String s = "40529b194ba3f9281a99f2b1c0a19c0489bc22ede944ccf4ecbab4cc618ef3ed";
    byte[] der = HEX.parseHex("3045022100" + r + "0220" + s);
    assertEquals(r + s, HEX.formatHex(DerSignature.decode(der).orElseThrow()));
    assertArrayEquals(der, DerSignature.encode(HEX.parseHex(r + s)));
  }

  @Test
  void everyPairOfNumbersComesBack() {
    Entropy entropy = Entropy.seeded(66);
    for (int i = 0; i < 500; i++) {
      byte[] compact = entropy.bytes(64);
      Arrays.fill(compact, 0, entropy.below(33), (byte) 0);
      Arrays.fill(compact, 32, 32 + entropy.below(33), (byte) 0);
      assertArrayEquals(compact, DerSignature.decode(DerSignature.encode(compact)).orElseThrow());
    }
    assertThrows(IllegalArgumentException.class, () -> DerSignature.encode(new byte[63]));
  }

  @Test
  void otherBytesAreRefused() {
    assertEquals(64, DerSignature.decode(HEX.parseHex("3006020101020101")).orElseThrow().length);
    refused("");
    refused("300602010102010100");
    refused("3007020101020101");
    refused("3106020101020101");
    refused("3006030101020101");
    refused("3006020101030101");
    refused("3006020181020101");
    refused("3006020101020181");
    refused("300702020001020101");
    refused("3006020201020101");
    refused("3006020001020101");
    refused("3026022101" + "00".repeat(32) + "020101");
    refused("300602010102ff7f");
  }

  /** What decodes is what encoding would have written. */
  @Test
  void noiseDecodesToNothingOrCanonically() {
    Entropy entropy = Entropy.seeded(67);
    byte[] good = DerSignature.encode(entropy.bytes(64));
    for (int i = 0; i < 5000; i++) {
      byte[] bad = Arrays.copyOf(good, good.length - entropy.below(2));
      bad[entropy.below(bad.length)] = (byte) entropy.below(256);
      bad[entropy.below(6)] = (byte) entropy.below(256);
      DerSignature.decode(bad)
          .ifPresent(compact -> assertArrayEquals(bad, DerSignature.encode(compact)));
    }
  }

  private static void refused(String hex) {
    assertTrue(DerSignature.decode(HEX.parseHex(hex)).isEmpty(), hex);
  }
}
