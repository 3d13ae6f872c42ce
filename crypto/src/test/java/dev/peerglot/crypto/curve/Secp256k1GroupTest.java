// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.endo.GLVEndomorphism;
import org.junit.jupiter.api.Test;

class Secp256k1GroupTest {

  private final Entropy entropy = Entropy.seeded(256);

  @Test
  void sameGroupAsTheNamedCurve() {
    var named = CustomNamedCurves.getByName("secp256k1");
    assertEquals(named.getN(), Secp256k1Group.ORDER);
    assertEquals(named.getCurve().getField().getCharacteristic(), Secp256k1Group.PRIME);
    assertArrayEquals(named.getG().getEncoded(false), Secp256k1Group.GENERATOR.getEncoded(false));
    assertEquals(named.getCurve().getA().toBigInteger(), BigInteger.ZERO);
  }

  @Test
  void everyWayToMultiplyGivesTheSame() {
    BigInteger one = BigInteger.ONE;
    for (int i = 0; i < 300; i++) {
      BigInteger scalar =
          switch (i) {
            case 0 -> one;
            case 1 -> Secp256k1Group.ORDER.subtract(one);
            case 2 -> Secp256k1Group.ORDER.shiftRight(1);
            case 3 -> one.shiftLeft(128);
            default -> new BigInteger(1, entropy.bytes(32)).mod(Secp256k1Group.ORDER);
          };
      ECPoint point = Secp256k1Group.timesGenerator(new BigInteger(1, entropy.bytes(16)).add(one));
      ECPoint slow = ECAlgorithms.referenceMultiply(point, scalar);
      assertTrue(slow.equals(point.multiply(scalar)));
      ECPoint slowGenerator = ECAlgorithms.referenceMultiply(Secp256k1Group.GENERATOR, scalar);
      assertTrue(slowGenerator.equals(Secp256k1Group.timesGenerator(scalar)));
      assertTrue(slowGenerator.equals(Secp256k1Group.GENERATOR.multiply(scalar)));
    }
  }

  /** Otherwise the endomorphism would be right but of no use. */
  @Test
  void scalarsSplitIntoHalves() {
    var endomorphism = (GLVEndomorphism) Secp256k1Group.CURVE.getEndomorphism();
    for (int i = 0; i < 300; i++) {
      BigInteger scalar = new BigInteger(1, entropy.bytes(32)).mod(Secp256k1Group.ORDER);
      for (BigInteger half : endomorphism.decomposeScalar(scalar)) {
        assertTrue(half.abs().bitLength() <= 129);
      }
    }
  }
}
