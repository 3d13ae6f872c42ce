// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;

/**
 * Signatures over SHA-256 by keys that come as a DER SubjectPublicKeyInfo (X.509): ECDSA on P-256
 * with a DER signature, and RSA of 2,048 to 8,192 bits with PKCS #1 v1.5. Verified only; nobody
 * here has such a key of its own.
 */
public final class SpkiSignature {
  private static final int LARGEST_KEY = 2048;
  private static final int LEAST_BITS = 2048;
  private static final int MOST_BITS = 8192;
  private static final int P256_BITS = 256;

  private SpkiSignature() {}

  /** Whether this ECDSA key on P-256 signed this message; false too for a key of another form. */
  public static boolean ecdsa(byte[] key, byte[] message, byte[] signature) {
    return verify("EC", "SHA256withECDSA", key, message, signature);
  }

  /** Whether this RSA key signed this message; false too for a key of another form or size. */
  public static boolean rsa(byte[] key, byte[] message, byte[] signature) {
    return verify("RSA", "SHA256withRSA", key, message, signature);
  }

  private static boolean verify(
      String family, String algorithm, byte[] key, byte[] message, byte[] signature) {
    if (key.length > LARGEST_KEY || signature.length > LARGEST_KEY) {
      return false;
    }
    try {
      PublicKey parsed = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(key));
      if (!isOfSize(parsed)) {
        return false;
      }
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(parsed);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a key or signature that is none signed nothing
    }
  }

  private static boolean isOfSize(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa ->
          rsa.getModulus().bitLength() >= LEAST_BITS && rsa.getModulus().bitLength() <= MOST_BITS;
      case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
      default -> false;
    };
  }
}
