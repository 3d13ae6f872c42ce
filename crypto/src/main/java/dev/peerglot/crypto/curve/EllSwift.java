// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.hash.TaggedHash;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * ElligatorSwift (BIP 324, from Chavez-Saab, Rodríguez-Henríquez, Tibouchi 2022): secp256k1 keys in
 * 64 bytes that look random.
 *
 * <p>Layout: {@code u} and {@code t}, 32 bytes each, big-endian, taken modulo the field's prime.
 * <em>Every</em> 64 bytes are the encoding of some X, so no peer can send a bad key; each X has
 * very many encodings.
 */
public final class EllSwift {

  /** Length of an encoded public key in bytes. */
  public static final int SIZE = 64;

  private static final int HALF = 32;
  private static final TaggedHash SECRET = new TaggedHash("bip324_ellswift_xonly_ecdh");

  private static final ECFieldElement ONE = Secp256k1Group.CURVE.fromBigInteger(BigInteger.ONE);
  private static final ECFieldElement SEVEN = Secp256k1Group.CURVE.getB();
  private static final ECFieldElement HALVING =
      Secp256k1Group.CURVE.fromBigInteger(BigInteger.TWO).invert();

  /** The square root of -3 that is a square itself. */
  private static final ECFieldElement C =
      Secp256k1Group.CURVE.fromBigInteger(
          new BigInteger("0a2d2ba93507f1df233770c2a797962cc61f6d15da14ecd47d8d27ae1cd5f852", 16));

  private static final ECFieldElement ONE_MINUS_C_HALF = ONE.subtract(C).multiply(HALVING);
  private static final ECFieldElement ONE_PLUS_C_HALF = ONE.add(C).multiply(HALVING);

  private EllSwift() {}

  /**
   * The X that these 64 bytes encode, 32 bytes.
   *
   * @throws IllegalArgumentException if there are not 64 bytes
   */
  public static byte[] decode(byte[] encoded) {
    return point(encoded).getRawXCoord().getEncoded();
  }

  /**
   * An encoding of a public key, drawn uniformly from all of its encodings.
   *
   * @param publicKey compressed, x-only or uncompressed; the sign of Y is not encoded
   * @throws IllegalArgumentException if it is none of these
   */
  public static byte[] encode(byte[] publicKey, Entropy entropy) {
    byte[] compressed = Secp256k1.compressed(publicKey);
    ECFieldElement x = field(compressed, 1);
    while (true) {
      byte[] drawn = entropy.bytes(HALF);
      int branch = entropy.below(8);
      BigInteger number = new BigInteger(1, drawn);
      if (number.signum() == 0 || number.compareTo(Secp256k1Group.PRIME) >= 0) {
        continue;
      }
      ECFieldElement t = inverse(x, Secp256k1Group.CURVE.fromBigInteger(number), branch);
      if (t != null) {
        byte[] encoded = Arrays.copyOf(drawn, SIZE);
        t.encodeTo(encoded, HALF);
        return encoded;
      }
    }
  }

  /**
   * The {@code t} with which {@code u} encodes {@code x} (BIP 324, {@code xswiftec_inv}), or empty
   * if this case has none.
   *
   * @param x 32 bytes, on the curve
   * @param u 32 bytes, not zero modulo the prime
   * @param branch which of the up to eight solutions, 0 to 7
   * @throws IllegalArgumentException if a length, {@code x}, {@code u} or the branch is not such
   */
  public static Optional<byte[]> inverse(byte[] x, byte[] u, int branch) {
    if (!Secp256k1.isPointX(x)) {
      throw new IllegalArgumentException("this X is not on secp256k1");
    }
    if (u.length != HALF || branch < 0 || branch > 7) {
      throw new IllegalArgumentException("u has 32 bytes and a branch is 0 to 7");
    }
    ECFieldElement uField = field(u, 0);
    if (uField.isZero()) {
      throw new IllegalArgumentException("u must not be zero modulo the prime");
    }
    return Optional.ofNullable(inverse(field(x, 0), uField, branch))
        .map(ECFieldElement::getEncoded);
  }

  /**
   * Key agreement: X of the product, 32 bytes, not hashed.
   *
   * @throws IllegalArgumentException if the private key is none or there are not 64 bytes
   */
  public static byte[] sharedX(byte[] privateKey, byte[] encoded) {
    ECPoint product = Secp256k1Group.times(point(encoded), Secp256k1.scalar(privateKey));
    return product.getAffineXCoord().getEncoded();
  }

  /**
   * The shared secret of BIP 324 from either side's private key: the tagged hash of the initiator's
   * encoding, the responder's encoding and the shared X. 32 bytes.
   *
   * @param privateKey of the initiator if {@code initiating}, else of the responder
   * @param initiator the initiator's 64 bytes as sent
   * @param responder the responder's 64 bytes as sent
   * @throws IllegalArgumentException if the private key is none or an encoding not 64 bytes
   */
  public static byte[] sharedSecret(
      byte[] privateKey, boolean initiating, byte[] initiator, byte[] responder) {
    requireSize(initiating ? initiator : responder);
    byte[] x = sharedX(privateKey, initiating ? responder : initiator);
    return SECRET.of(initiator, responder, x);
  }

  /**
   * Whether these 64 bytes encode the public key of this private key.
   *
   * @throws IllegalArgumentException if the private key is none or there are not 64 bytes
   */
  public static boolean isEncodingOf(byte[] privateKey, byte[] encoded) {
    byte[] publicKey = Secp256k1.publicKey(privateKey);
    return Arrays.equals(decode(encoded), Arrays.copyOfRange(publicKey, 1, publicKey.length));
  }

  /** The decoded point, affine, with either Y. */
  private static ECPoint point(byte[] encoded) {
    requireSize(encoded);
    ECFieldElement u = field(encoded, 0);
    ECFieldElement t = field(encoded, HALF);
    if (u.isZero()) {
      u = ONE;
    }
    if (t.isZero()) {
      t = ONE;
    }
    ECFieldElement g = onCurve(u);
    if (g.add(t.square()).isZero()) {
      t = t.add(t);
    }
    // With m = g + t², n = g - t² and d = 2tcu BIP 324's fractions are Y = m/d and X/Y = ncu/m;
    // one inversion of dm serves both.
    ECFieldElement square = t.square();
    ECFieldElement m = g.add(square);
    ECFieldElement cu = C.multiply(u);
    ECFieldElement d = t.add(t).multiply(cu);
    ECFieldElement inverted = d.multiply(m).invert();
    ECFieldElement y = m.square().multiply(inverted);
    ECFieldElement twiceY = y.add(y);
    ECPoint first = lift(twiceY.square().add(u));
    if (first != null) {
      return first;
    }
    ECFieldElement ratio = g.subtract(square).multiply(cu).multiply(d).multiply(inverted);
    ECPoint second = lift(ratio.add(u).negate().multiply(HALVING));
    return second != null ? second : lift(ratio.subtract(u).multiply(HALVING));
  }

  private static ECFieldElement inverse(ECFieldElement x, ECFieldElement u, int branch) {
    ECFieldElement v;
    ECFieldElement s;
    ECFieldElement g = onCurve(u);
    if ((branch & 2) == 0) {
      if (onCurve(x.add(u).negate()).sqrt() != null) {
        return null;
      }
      v = x;
      s = g.negate().divide(u.square().add(u.multiply(v)).add(v.square()));
    } else {
      s = x.subtract(u);
      if (s.isZero()) {
        return null;
      }
      ECFieldElement us = u.square().multiply(s);
      ECFieldElement fourG = g.add(g).add(g.add(g));
      ECFieldElement r = s.negate().multiply(fourG.add(us).add(us).add(us)).sqrt();
      if (r == null || (branch & 1) == 1 && r.isZero()) {
        return null;
      }
      v = r.divide(s).subtract(u).multiply(HALVING);
    }
    ECFieldElement w = s.sqrt();
    if (w == null) {
      return null;
    }
    ECFieldElement factor = (branch & 1) == 0 ? ONE_MINUS_C_HALF : ONE_PLUS_C_HALF;
    ECFieldElement t = w.multiply(u.multiply(factor).add(v));
    int sign = branch & 5;
    return sign == 0 || sign == 5 ? t.negate() : t;
  }

  /** x³ + 7: a square if and only if x is on the curve. */
  private static ECFieldElement onCurve(ECFieldElement x) {
    return x.square().multiply(x).add(SEVEN);
  }

  private static ECPoint lift(ECFieldElement x) {
    ECFieldElement y = onCurve(x).sqrt();
    return y == null ? null : Secp256k1Group.CURVE.createPoint(x.toBigInteger(), y.toBigInteger());
  }

  private static ECFieldElement field(byte[] bytes, int offset) {
    BigInteger number = BigIntegers.fromUnsignedByteArray(bytes, offset, HALF);
    return Secp256k1Group.CURVE.fromBigInteger(
        number.compareTo(Secp256k1Group.PRIME) < 0
            ? number
            : number.subtract(Secp256k1Group.PRIME));
  }

  private static void requireSize(byte[] encoded) {
    if (encoded.length != SIZE) {
      throw new IllegalArgumentException(
          "an ElligatorSwift key is " + SIZE + " bytes, not " + encoded.length);
    }
  }
}
