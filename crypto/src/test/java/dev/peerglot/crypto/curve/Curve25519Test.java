// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.KnownKeys;
import dev.peerglot.crypto.Party;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Curve25519Test {

  private static final HexFormat HEX = HexFormat.of();
  private final Entropy entropy = Entropy.seeded(25519);

  /** RFC 7748, section 6.1. */
  @Test
  void x25519OfTheRfc() {
    byte[] alice = HEX.parseHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    byte[] bob = HEX.parseHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    assertEquals(
        "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        HEX.formatHex(X25519.publicKey(alice)));
    assertEquals(
        "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
        HEX.formatHex(X25519.publicKey(bob)));
    assertEquals(
        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
        HEX.formatHex(X25519.shared(alice, X25519.publicKey(bob)).orElseThrow()));
  }

  @Test
  void x25519AgreesFromEitherSideAndRefusesWeakKeys() {
    for (int i = 0; i < 50; i++) {
      Party one = X25519.newParty(entropy);
      Party other = X25519.newParty(entropy);
      byte[] shared =
          X25519.shared(one.privateKey().orElseThrow(), other.publicKey()).orElseThrow();
      assertArrayEquals(
          shared, X25519.shared(other.privateKey().orElseThrow(), one.publicKey()).orElseThrow());
    }
    byte[] one = new byte[32];
    one[0] = 1;
    assertTrue(X25519.shared(entropy.bytes(32), new byte[32]).isEmpty());
    assertTrue(X25519.shared(entropy.bytes(32), one).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> X25519.publicKey(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> X25519.shared(one, new byte[33]));
  }

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @Test
  void ed25519OfTheRfc() {
    signs(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    signs(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    signs(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
  }

  private static void signs(String seed, String publicKey, String message, String signature) {
    byte[] key = HEX.parseHex(seed);
    byte[] bytes = HEX.parseHex(message);
    assertEquals(publicKey, HEX.formatHex(Ed25519.publicKey(key)));
    assertEquals(signature, HEX.formatHex(Ed25519.sign(key, bytes)));
    assertTrue(Ed25519.verify(HEX.parseHex(publicKey), bytes, HEX.parseHex(signature)));
  }

  @Test
  void ed25519RefusesWhatWasNotSigned() {
    Party party = Ed25519.newParty(entropy);
    byte[] message = entropy.bytes(100);
    byte[] signature = Ed25519.sign(party.privateKey().orElseThrow(), message);
    assertTrue(Ed25519.verify(party.publicKey(), message, signature));
    for (int i = 0; i < 100; i++) {
      byte[] other = signature.clone();
      other[entropy.below(64)] ^= (byte) (1 << entropy.below(8));
      assertFalse(Ed25519.verify(party.publicKey(), message, other));
      Ed25519.verify(entropy.bytes(32), message, entropy.bytes(64));
    }
    assertFalse(Ed25519.verify(party.publicKey(), new byte[100], signature));
    assertFalse(Ed25519.verify(new byte[31], message, signature));
    assertFalse(Ed25519.verify(party.publicKey(), message, Arrays.copyOf(signature, 63)));
    assertThrows(IllegalArgumentException.class, () -> Ed25519.sign(new byte[64], message));
  }

  /** The seeds 01…01 and 02…02, computed with libsodium's rule by other code. */
  @Test
  void ed25519KeysHaveX25519Twins() {
    twin(
        1,
        "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
        "58e86efb75fa4e2c410f46e16de9f6acae1a1703528651b69bc176c088bef36e",
        "1b1b58dd50ea14b60da17b790cd02754d970c9bab864ebb3c0f3016fe51d3f57");
    twin(
        2,
        "8139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394",
        "a83c626bc9c38c8c201878ebb1d5b0b50ac40e8986c78793db1d4ef369fca14e",
        "60346e7c911a5f6ba154129174cafe75b294ac3bbd5549632f48cec6266f8410");
    for (int i = 0; i < 50; i++) {
      Party party = Ed25519.newParty(entropy);
      assertArrayEquals(
          X25519.publicKey(Ed25519.toX25519Private(party.privateKey().orElseThrow())),
          Ed25519.toX25519Public(party.publicKey()).orElseThrow());
    }
    byte[] neutral = new byte[32];
    neutral[0] = 1;
    assertTrue(Ed25519.toX25519Public(neutral).isEmpty());
    assertTrue(Ed25519.toX25519Public(new byte[32]).isEmpty());
    assertTrue(Ed25519.toX25519Public(new byte[31]).isEmpty());
  }

  private static void twin(int octet, String publicKey, String secret, String twin) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) octet);
    assertEquals(publicKey, HEX.formatHex(Ed25519.publicKey(seed)));
    assertEquals(secret, HEX.formatHex(Ed25519.toX25519Private(seed)));
    assertEquals(
        twin, HEX.formatHex(Ed25519.toX25519Public(HEX.parseHex(publicKey)).orElseThrow()));
  }

  @Test
  void partiesAgreeFromWhicheverHalfIsKnown() {
    Party one = Party.known(Secp256k1.publicKey(repeated(1)), repeated(1));
    Party other = Party.known(Secp256k1.publicKey(repeated(2)), repeated(2));
    byte[] shared = Secp256k1.sharedX(repeated(1), other.publicKey());
    KnownKeys first = KnownKeys.of(one);
    KnownKeys second = KnownKeys.of(other);
    for (KnownKeys keys : new KnownKeys[] {first, second}) {
      Optional<byte[]> agreed =
          Party.agree(
              keys.party(one.publicKey()), keys.party(other.publicKey()), Secp256k1::sharedX);
      assertArrayEquals(shared, agreed.orElseThrow());
    }
    KnownKeys none = KnownKeys.none();
    assertTrue(
        Party.agree(none.party(one.publicKey()), none.party(other.publicKey()), Secp256k1::sharedX)
            .isEmpty());
  }

  private static byte[] repeated(int octet) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) octet);
    return bytes;
  }
}
