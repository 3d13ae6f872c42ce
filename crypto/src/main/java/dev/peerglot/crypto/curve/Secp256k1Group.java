// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.WNafUtil;
import org.bouncycastle.math.ec.custom.sec.SecP256K1Curve;
import org.bouncycastle.math.ec.endo.GLVTypeBEndomorphism;
import org.bouncycastle.math.ec.endo.GLVTypeBParameters;
import org.bouncycastle.math.ec.endo.ScalarSplitParameters;

/**
 * The group of secp256k1 (SEC 2, version 2.0, section 2.4.1) on BouncyCastle's arithmetic for just
 * this curve. Put together here, because BouncyCastle's table of named curves loads a hundred
 * classes of other curves first, which a short command would wait for.
 */
final class Secp256k1Group {

  static final BigInteger PRIME = SecP256K1Curve.q;
  static final BigInteger ORDER =
      hex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
  static final ECCurve CURVE = withEndomorphism(new SecP256K1Curve());
  static final ECPoint GENERATOR =
      CURVE.createPoint(
          hex("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
          hex("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"));

  static {
    WNafUtil.configureBasepoint(GENERATOR);
  }

  /** From this use of the generator on, its table of multiples pays for itself. */
  private static final int MANY = 64;

  private static final FixedPointCombMultiplier COMB = new FixedPointCombMultiplier();
  private static int generatorUses;

  private Secp256k1Group() {}

  /** The generator's multiple, affine. A race on the counter only shifts when the table is made. */
  static ECPoint timesGenerator(BigInteger scalar) {
    if (generatorUses < MANY) {
      generatorUses++;
      return affine(GENERATOR.multiply(scalar));
    }
    return affine(COMB.multiply(GENERATOR, scalar));
  }

  /** The point's multiple, affine. */
  static ECPoint times(ECPoint point, BigInteger scalar) {
    return affine(point.multiply(scalar));
  }

  /**
   * The same point with Z = 1. {@code ECPoint.normalize} does it behind a random mask, for which it
   * opens the system's randomness: tens of milliseconds in a short command, and a draw each time.
   */
  static ECPoint affine(ECPoint point) {
    if (point.isNormalized()) {
      return point;
    }
    ECFieldElement inverse = point.getZCoord(0).invert();
    ECFieldElement square = inverse.square();
    ECFieldElement x = point.getRawXCoord().multiply(square);
    ECFieldElement y = point.getRawYCoord().multiply(square).multiply(inverse);
    return CURVE.createPoint(x.toBigInteger(), y.toBigInteger());
  }

  /**
   * Multiplication by LAMBDA is multiplication of X by BETA (Gallant, Lambert, Vanstone 2001): a
   * scalar is split into two of half its length along a short basis (a1, b1), (a2, b2) of the
   * lattice a + b·LAMBDA = 0.
   */
  private static ECCurve withEndomorphism(ECCurve curve) {
    BigInteger beta = hex("7ae96a2b657c07106e64479eac3434e99cf0497512f58995c1396c28719501ee");
    BigInteger lambda = hex("5363ad4cc05c30e0a5261c028812645a122e22ea20816678df02967c1b23bd72");
    BigInteger a1 = hex("3086d221a7d46bcde86c90e49284eb15");
    BigInteger b1 = hex("e4437ed6010e88286f547fa90abfe4c3").negate();
    BigInteger a2 = a1.subtract(b1);
    BigInteger b2 = a1;
    int bits = ORDER.bitLength() + 16;
    var split =
        new ScalarSplitParameters(
            new BigInteger[] {a1, b1},
            new BigInteger[] {a2, b2},
            overOrder(b2, bits),
            overOrder(b1.negate(), bits),
            bits);
    var parameters = new GLVTypeBParameters(beta, lambda, split);
    return curve.configure().setEndomorphism(new GLVTypeBEndomorphism(curve, parameters)).create();
  }

  /** {@code value · 2^bits / ORDER}, rounded. */
  private static BigInteger overOrder(BigInteger value, int bits) {
    return value.shiftLeft(bits + 1).divide(ORDER).add(BigInteger.ONE).shiftRight(1);
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }
}
