// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import dev.peerglot.crypto.cipher.ChaChaPoly;
import dev.peerglot.crypto.hash.Sha256;
import dev.peerglot.crypto.kdf.Hkdf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Noise's SymmetricState with its CipherState (revision 34, sections 5.1 and 5.2). */
final class Symmetric {

  private static final byte[] NOTHING = {};

  private byte[] hash;
  private byte[] chainingKey;
  private byte[] key;
  private long nonce;

  Symmetric(String protocol) {
    byte[] name = protocol.getBytes(StandardCharsets.US_ASCII);
    hash = name.length <= Sha256.SIZE ? Arrays.copyOf(name, Sha256.SIZE) : Sha256.of(name);
    chainingKey = hash;
  }

  private Symmetric(Symmetric other) {
    hash = other.hash;
    chainingKey = other.chainingKey;
    key = other.key;
    nonce = other.nonce;
  }

  Symmetric copy() {
    return new Symmetric(this);
  }

  boolean hasKey() {
    return key != null;
  }

  byte[] hash() {
    return hash.clone();
  }

  void mixHash(byte[] data) {
    mixHash(data, 0, data.length);
  }

  void mixKey(byte[] agreed) {
    byte[][] keys = split(agreed);
    chainingKey = keys[0];
    key = keys[1];
    nonce = 0;
  }

  byte[] seal(byte[] plain) {
    byte[] sealed =
        key == null
            ? plain
            : new ChaChaPoly(key).seal(ChaChaPoly.nonce(0, nonce++), hash, plain, 0, plain.length);
    mixHash(sealed);
    return sealed;
  }

  Optional<byte[]> open(byte[] input, int offset, int length) {
    Optional<byte[]> plain =
        key == null
            ? Optional.of(Arrays.copyOfRange(input, offset, offset + length))
            : new ChaChaPoly(key).open(ChaChaPoly.nonce(0, nonce++), hash, input, offset, length);
    mixHash(input, offset, length);
    return plain;
  }

  /** The keys of the transport: initiator to responder, then back. */
  byte[][] split() {
    return split(NOTHING);
  }

  private byte[][] split(byte[] input) {
    byte[] both = Hkdf.derive(chainingKey, input, NOTHING, 64);
    return new byte[][] {Arrays.copyOf(both, 32), Arrays.copyOfRange(both, 32, 64)};
  }

  private void mixHash(byte[] data, int offset, int length) {
    hash = new Sha256().update(hash).update(data, offset, length).digest();
  }
}
