// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.KnownKeys;
import dev.peerglot.crypto.Party;
import dev.peerglot.crypto.curve.X25519;
import dev.peerglot.crypto.noise.NoiseMessage.Outcome;
import dev.peerglot.crypto.noise.NoiseMessage.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoiseTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] NOTHING = {};

  private static final Party INITIATOR =
      party("e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1");
  private static final Party INITIATOR_EPHEMERAL =
      party("893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a");
  private static final Party RESPONDER =
      party("4a3acbfdb163dec651dfa3194dece676d437029c62a408b4c5ea9114246e4893");
  private static final Party RESPONDER_EPHEMERAL =
      party("bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b");

  private final Entropy entropy = Entropy.seeded(5);

  /** The XX vector of the cacophony set, with payloads and a prologue. */
  @Test
  void cacophonyXx() {
    Noise noise =
        new Noise(
            Pattern.XX,
            ascii("John Galt"),
            KnownKeys.of(INITIATOR, INITIATOR_EPHEMERAL),
            Optional.empty());
    says(
        noise,
        true,
        "Ludwig von Mises",
        "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944"
            + "4c756477696720766f6e204d69736573");
    says(
        noise,
        false,
        "Murray Rothbard",
        "95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843"
            + "81cbad1f276e038c48378ffce2b65285e08d6b68aaa3629a5a8639392490e5b9"
            + "bd5269c2f1e4f488ed8831161f19b7815528f8982ffe09be9b5c412f8a0db50f"
            + "8814c7194e83f23dbd8d162c9326ad");
    says(
        noise,
        true,
        "F. A. Hayek",
        "c7195ffacac1307ff99046f219750fc47693e23c3cb08b89c2af808b444850a8"
            + "0ae475b9df0f169ae80a89be0865b57f58c9fea0d4ec82a286427402f113e4b6"
            + "ae769a1d95941d49b25030");
    assertTrue(noise.split());
    assertEquals(
        "c8e5f64e846193be2a834104c2a009868d6c9f3bd3c186299888b488b2f1f58e",
        HEX.formatHex(noise.hash()));
    NoiseCipher back = noise.cipher(false);
    NoiseCipher forth = noise.cipher(true);
    opens(back, "Carl Menger", "96763ed773f8e47bb3712f0e29b3060ffc956ffc146cee53d5e1df");
    opens(
        forth,
        "Jean-Baptiste Say",
        "3e40f15f6f3a46ae446b253bf8b1d9ffb6ed9b174d272328ff91a7e2e5c79c07f5");
    assertEquals(1, forth.counter());
  }

  private static void says(Noise noise, boolean initiator, String payload, String message) {
    byte[] bytes = HEX.parseHex(message);
    Party fixed = initiator ? INITIATOR : RESPONDER;
    Party ephemeral = initiator ? INITIATOR_EPHEMERAL : RESPONDER_EPHEMERAL;
    assertEquals(message, HEX.formatHex(noise.compose(fixed, ephemeral, ascii(payload))));
    assertEquals(message, HEX.formatHex(noise.compose(fixed, ephemeral, ascii(payload))));
    NoiseMessage read = noise.message(initiator, bytes);
    assertEquals(Outcome.OPENED, read.outcome());
    assertArrayEquals(ascii(payload), read.payload().orElseThrow());
  }

  private static void opens(NoiseCipher cipher, String plain, String message) {
    byte[] bytes = HEX.parseHex(message);
    assertArrayEquals(ascii(plain), cipher.open(bytes, 0, bytes.length).orElseThrow());
  }

  /** libp2p: no prologue, an empty first payload. */
  @Test
  void hashesAndKeysOfLibp2p() {
    Noise noise =
        new Noise(
            Pattern.XX, NOTHING, KnownKeys.of(INITIATOR, INITIATOR_EPHEMERAL), Optional.empty());
    assertEquals(
        "f3d15e6108ed9556171207baa58f97d29a13c6be40595166066e2e0958dc002d",
        HEX.formatHex(noise.hash()));
    noise.message(true, noise.compose(INITIATOR, INITIATOR_EPHEMERAL, NOTHING));
    assertEquals(
        "4353c8bdcd2b308bbdc80f18332315cdc636dc30a907b76758cdcb012f42977a",
        HEX.formatHex(noise.hash()));
    byte[] second =
        HEX.parseHex(
            "0a2408011220d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
                + "1240544aa5203e6965aeb775973f51e0962b398a081f78752a9da91f04ac9fee1bbe"
                + "df6f4406631cd28d5eb923b36f2eaafec473851741502f2dd4b46dc566de1907");
    noise.message(false, noise.compose(RESPONDER, RESPONDER_EPHEMERAL, second));
    assertEquals(
        "bcbdbd82b7d4f29acc91660545e074bc24708ee81726cac79cd9375b5a7f44cd",
        HEX.formatHex(noise.hash()));
    byte[] third =
        HEX.parseHex(
            "0a24080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e"
                + "1240e292a4b36dcd264cb7933551567462bf4b6bdc79bcc37af23ea723110cf8cfde"
                + "08000f9e95441ba4fd4b82844305554004fc4be681ce33c277510b6332588c09");
    noise.message(true, noise.compose(INITIATOR, INITIATOR_EPHEMERAL, third));
    assertEquals(
        "99eadaf23d8d2090469bfaa9143f9862bee1dd7f3a66500f20e8a425a4b9bb4d",
        HEX.formatHex(noise.hash()));
    assertEquals(
        "3062fff068d0abd171b4b4603c5b7633bf5ee4e79da311370c2eba7f1ed6c69a",
        HEX.formatHex(noise.key(true)));
    assertEquals(
        "cbabb3f5e4529fc0e93efda9b4b70169270c04b05c5be25f71e9c55f7955c86a",
        HEX.formatHex(noise.key(false)));
  }

  /** Exonum: XK without a prologue; its first message and the hash before it. */
  @Test
  void firstMessageOfExonum() {
    Party responder = party("a83c626bc9c38c8c201878ebb1d5b0b50ac40e8986c78793db1d4ef369fca14e");
    Party initiator = party("58e86efb75fa4e2c410f46e16de9f6acae1a1703528651b69bc176c088bef36e");
    Party ephemeral = party("1011111111111111111111111111111111111111111111111111111111111151");
    Noise noise =
        new Noise(Pattern.XK, NOTHING, KnownKeys.of(responder), Optional.of(responder.publicKey()));
    assertEquals(
        "e66ec9bc8ffb389fd71e402059b7090cdfe135555ef86b06fa5a03e2915c5bf6",
        HEX.formatHex(noise.hash()));
    byte[] message = noise.compose(initiator, ephemeral, NOTHING);
    assertEquals(
        "7b4e909bbe7ffe44c465a220037d608ee35897d31ef972f07f74892cb0f73f13"
            + "20905dbbd90ebe61516d3543bab51ca6",
        HEX.formatHex(message));
    assertEquals(Outcome.OPENED, noise.message(true, message).outcome());
    assertEquals(
        "5cd08807bcf76c1c1605fa1afd3d4011de06a1a008af3282413ffbc05ad1440e",
        HEX.formatHex(noise.hash()));
  }

  @Test
  void bothEndsAndEveryObserverAgree() {
    for (Pattern pattern : List.of(Pattern.XX, Pattern.XK)) {
      for (int round = 0; round < 10; round++) {
        agree(pattern);
      }
    }
  }

  private void agree(Pattern pattern) {
    Party[] fixed = {X25519.newParty(entropy), X25519.newParty(entropy)};
    Party[] ephemeral = {X25519.newParty(entropy), X25519.newParty(entropy)};
    byte[] prologue = entropy.bytes(entropy.below(20));
    Optional<byte[]> responder =
        pattern.responderKnown() ? Optional.of(fixed[1].publicKey()) : Optional.empty();
    List<Noise> all = new ArrayList<>();
    for (KnownKeys keys :
        List.of(
            KnownKeys.of(fixed[0], ephemeral[0]),
            KnownKeys.of(fixed[1], ephemeral[1]),
            KnownKeys.of(ephemeral))) {
      all.add(new Noise(pattern, prologue, keys, responder));
    }
    for (int i = 0; i < 3; i++) {
      byte[] payload = entropy.bytes(entropy.below(300));
      byte[] message = all.get(i % 2).compose(fixed[i % 2], ephemeral[i % 2], payload);
      for (Noise noise : all) {
        NoiseMessage read = noise.message(i % 2 == 0, message);
        assertEquals(Outcome.OPENED, read.outcome());
        assertArrayEquals(payload, read.payload().orElseThrow());
        int covered = 0;
        for (Part part : read.parts()) {
          assertEquals(covered, part.offset());
          covered += part.size();
        }
        assertEquals(message.length, covered);
      }
    }
    for (Noise noise : all) {
      assertTrue(noise.split());
      assertArrayEquals(all.getFirst().hash(), noise.hash());
      assertArrayEquals(all.getFirst().key(true), noise.key(true));
      assertArrayEquals(all.getFirst().key(false), noise.key(false));
      assertThrows(IllegalStateException.class, () -> noise.message(true, NOTHING));
    }
    byte[] plain = entropy.bytes(500);
    byte[] sealed = all.get(0).cipher(true).seal(plain, 100, 200);
    NoiseCipher opener = all.get(1).cipher(true);
    byte[] altered = sealed.clone();
    altered[3] ^= 1;
    assertTrue(opener.open(altered, 0, altered.length).isEmpty());
    assertEquals(
        HEX.formatHex(plain, 100, 300),
        HEX.formatHex(opener.open(sealed, 0, sealed.length).orElseThrow()));
  }

  /** What each set of private keys of an XX handshake opens. */
  @Test
  void partialKnowledgeOpensPartially() {
    List<byte[]> messages = conversation();
    observed(messages, KnownKeys.none(), "E,PAYLOAD OPENED", "E KEYS_MISSING", " KEYS_MISSING");
    observed(
        messages,
        KnownKeys.of(INITIATOR, RESPONDER),
        "E,PAYLOAD OPENED",
        "E KEYS_MISSING",
        " KEYS_MISSING");
    observed(
        messages,
        KnownKeys.of(INITIATOR_EPHEMERAL),
        "E,PAYLOAD OPENED",
        "E,STATIC,PAYLOAD OPENED",
        "STATIC KEYS_MISSING");
    observed(
        messages,
        KnownKeys.of(RESPONDER_EPHEMERAL),
        "E,PAYLOAD OPENED",
        "E,STATIC KEYS_MISSING",
        " KEYS_MISSING");
  }

  private static void observed(List<byte[]> messages, KnownKeys keys, String... expected) {
    Noise noise = new Noise(Pattern.XX, NOTHING, keys, Optional.empty());
    for (int i = 0; i < messages.size(); i++) {
      NoiseMessage read = noise.message(i % 2 == 0, messages.get(i));
      String parts =
          String.join(",", read.parts().stream().map(part -> part.kind().toString()).toList());
      assertEquals(expected[i], parts.replace("EPHEMERAL", "E") + " " + read.outcome());
    }
    assertTrue(noise.finished());
    assertFalse(noise.split());
    assertThrows(IllegalStateException.class, () -> noise.cipher(true));
  }

  @Test
  void alteredOrCutMessagesLeaveTheHandshakeWhereItWas() {
    List<byte[]> messages = conversation();
    Noise noise =
        new Noise(
            Pattern.XX, NOTHING, KnownKeys.of(RESPONDER, RESPONDER_EPHEMERAL), Optional.empty());
    noise.message(true, messages.get(0));
    noise.message(false, messages.get(1));
    byte[] third = messages.get(2);
    for (int i = 0; i < third.length; i++) {
      byte[] altered = third.clone();
      altered[i] ^= 1;
      assertEquals(Outcome.WRONG_TAG, noise.message(true, altered).outcome());
      byte[] cut = Arrays.copyOf(third, i);
      Outcome outcome = noise.message(true, cut).outcome();
      assertEquals(i < 64 ? Outcome.TOO_SHORT : Outcome.WRONG_TAG, outcome);
    }
    assertEquals(Outcome.TOO_LONG, noise.message(true, new byte[65536]).outcome());
    assertFalse(noise.finished());
    assertEquals(Outcome.OPENED, noise.message(true, third).outcome());
    assertTrue(noise.split());
  }

  @Test
  void weakKeysAreRefused() {
    Noise noise =
        new Noise(Pattern.XX, NOTHING, KnownKeys.of(INITIATOR_EPHEMERAL), Optional.empty());
    noise.message(true, noise.compose(INITIATOR, INITIATOR_EPHEMERAL, NOTHING));
    NoiseMessage read = noise.message(false, new byte[200]);
    assertEquals(Outcome.WEAK_KEY, read.outcome());
    assertFalse(noise.initiatorWrites());
  }

  @Test
  void wrongUseIsRefused() {
    KnownKeys none = KnownKeys.none();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Noise(Pattern.XK, NOTHING, none, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Noise(Pattern.XK, NOTHING, none, Optional.of(new byte[31])));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Noise(Pattern.XX, NOTHING, none, Optional.of(new byte[32])));
    Noise noise = new Noise(Pattern.XX, NOTHING, none, Optional.empty());
    assertThrows(IllegalStateException.class, () -> noise.message(false, NOTHING));
    assertThrows(
        IllegalArgumentException.class,
        () -> noise.compose(INITIATOR, INITIATOR_EPHEMERAL, new byte[65504]));
    NoiseCipher cipher = new NoiseCipher(new byte[32], 7);
    assertEquals(7, cipher.counter());
    assertThrows(IllegalArgumentException.class, () -> cipher.seal(new byte[65520], 0, 65520));
    assertEquals(65535, cipher.seal(new byte[65519], 0, 65519).length);
  }

  private static List<byte[]> conversation() {
    Noise noise =
        new Noise(
            Pattern.XX, NOTHING, KnownKeys.of(INITIATOR, INITIATOR_EPHEMERAL), Optional.empty());
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      byte[] message =
          i % 2 == 0
              ? noise.compose(INITIATOR, INITIATOR_EPHEMERAL, ascii("first"))
              : noise.compose(RESPONDER, RESPONDER_EPHEMERAL, ascii("second"));
      noise.message(i % 2 == 0, message);
      messages.add(message);
    }
    return messages;
  }

  private static Party party(String privateKey) {
    return X25519.party(HEX.parseHex(privateKey));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
