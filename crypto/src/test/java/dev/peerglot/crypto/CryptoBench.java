// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto;

import dev.peerglot.crypto.cipher.AesCbcChain;
import dev.peerglot.crypto.cipher.Bip324Cipher;
import dev.peerglot.crypto.cipher.Bip324Keys;
import dev.peerglot.crypto.cipher.FsChaCha20Poly1305;
import dev.peerglot.crypto.curve.Ed25519;
import dev.peerglot.crypto.curve.EllSwift;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.curve.X25519;
import dev.peerglot.crypto.hash.Blake2b;
import dev.peerglot.crypto.hash.Keccak256;
import dev.peerglot.crypto.hash.Sha256;
import dev.peerglot.crypto.hash.SipHash;
import dev.peerglot.crypto.noise.Noise;
import dev.peerglot.crypto.noise.Pattern;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Run by hand: prints operations or megabytes a second on one core. */
public final class CryptoBench {

  private static final long SECONDS = 2;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final byte[] BULK = Entropy.seeded(1).bytes(1 << 20);

  private CryptoBench() {}

  /**
   * Measures each kernel for a few seconds.
   *
   * @param arguments words; only kernels whose name contains one of them run, all without any
   */
  public static void main(String[] arguments) {
    Entropy entropy = Entropy.seeded(1);
    byte[] key = Secp256k1.newPrivateKey(entropy);
    byte[] publicKey = Secp256k1.publicKey(Secp256k1.newPrivateKey(entropy));
    byte[] digest = entropy.bytes(32);
    byte[] signature = Secp256k1.sign(key, digest);
    Rows rows = new Rows(arguments);
    rows.perSecond("secp256k1 public key", i -> Secp256k1.publicKey(key)[1]);
    rows.perSecond("secp256k1 isPoint", i -> Secp256k1.isPoint(publicKey) ? 1 : 0);
    rows.perSecond("secp256k1 agreement", i -> Secp256k1.sharedX(key, publicKey)[0]);
    rows.perSecond("secp256k1 sign", i -> Secp256k1.sign(key, numbered(digest, i))[9]);
    rows.perSecond("secp256k1 recover", i -> Secp256k1.recover(digest, signature).orElseThrow()[1]);

    byte[] encoded = EllSwift.encode(publicKey, entropy);
    byte[] ours = EllSwift.encode(Secp256k1.publicKey(key), entropy);
    rows.perSecond("ellswift encode", i -> EllSwift.encode(publicKey, entropy)[0]);
    rows.perSecond("ellswift decode", i -> EllSwift.decode(encoded)[0]);
    rows.perSecond("bip324 observed handshake", i -> bip324(key, ours, encoded));
    rows.perSecond(
        "bip324 live handshake",
        i -> {
          byte[] fresh = Secp256k1.newPrivateKey(entropy);
          return bip324(fresh, EllSwift.encode(Secp256k1.publicKey(fresh), entropy), encoded);
        });
    Bip324Cipher packets = new Bip324Cipher(key, digest);
    byte[] ping = new byte[9];
    rows.perSecond("bip324 seal a ping", i -> packets.seal(0, ping, new byte[0])[0]);
    rows.megabytes("bip324 seal", i -> packets.seal(0, BULK, new byte[0])[0]);
    FsChaCha20Poly1305 sealer = new FsChaCha20Poly1305(key);
    byte[] sealed = sealer.encrypt(new byte[0], BULK);
    rows.megabytes(
        "bip324 open",
        i ->
            new FsChaCha20Poly1305(key)
                .decrypt(new byte[0], sealed, 0, sealed.length)
                .orElseThrow()[0]);
    SipHash sipHash = new SipHash(1, 2);
    rows.perSecond("siphash of 32 bytes", i -> (int) sipHash.of(numbered(digest, i)));

    Party one = X25519.newParty(entropy);
    rows.perSecond("x25519 public key", i -> X25519.publicKey(key)[0]);
    rows.perSecond("x25519 agreement", i -> X25519.shared(key, one.publicKey()).orElseThrow()[0]);
    byte[] edPublic = Ed25519.publicKey(key);
    byte[] signed = digest.clone();
    byte[] edSignature = Ed25519.sign(key, signed);
    rows.perSecond("ed25519 sign", i -> Ed25519.sign(key, numbered(digest, i))[0]);
    rows.perSecond("ed25519 verify", i -> Ed25519.verify(edPublic, signed, edSignature) ? 1 : 0);
    rows.perSecond("noise xx, observed", new NoiseKernel());
    rows.megabytes("keccak-256", i -> Keccak256.of(BULK)[0]);
    rows.megabytes("blake2b-256", i -> Blake2b.of(32, BULK)[0]);

    byte[] vector = new byte[16];
    AesCbcChain sealing = AesCbcChain.encrypting(digest, vector);
    AesCbcChain opening = AesCbcChain.decrypting(digest, vector);
    byte[] target = new byte[BULK.length];
    rows.megabytes("aes-256-cbc encrypt", i -> sealing.update(BULK, 0, BULK.length, target, 0));
    rows.megabytes("aes-256-cbc decrypt", i -> opening.update(BULK, 0, BULK.length, target, 0));
    rows.megabytes("sha-256", i -> Sha256.of(BULK)[0]);
  }

  private static int bip324(byte[] privateKey, byte[] initiator, byte[] responder) {
    byte[] secret = EllSwift.sharedSecret(privateKey, true, initiator, responder);
    return Bip324Keys.derive(secret, new byte[4]).sessionId()[0];
  }

  private static byte[] numbered(byte[] digest, int number) {
    digest[0] = (byte) number;
    digest[1] = (byte) (number >> 8);
    return digest;
  }

  /** Follows one XX handshake with the keys of its responder. */
  private static final class NoiseKernel implements IntUnaryOperator {

    private final KnownKeys keys;
    private final List<byte[]> messages = new ArrayList<>();

    NoiseKernel() {
      Entropy entropy = Entropy.seeded(2);
      Party[] fixed = {X25519.newParty(entropy), X25519.newParty(entropy)};
      Party[] ephemeral = {X25519.newParty(entropy), X25519.newParty(entropy)};
      keys = KnownKeys.of(fixed[1], ephemeral[1]);
      Noise noise = new Noise(Pattern.XX, new byte[0], keys, Optional.empty());
      for (int i = 0; i < 3; i++) {
        byte[] message = noise.compose(fixed[i % 2], ephemeral[i % 2], new byte[104]);
        noise.message(i % 2 == 0, message);
        messages.add(message);
      }
    }

    @Override
    public int applyAsInt(int ignored) {
      Noise noise = new Noise(Pattern.XX, new byte[0], keys, Optional.empty());
      for (int i = 0; i < messages.size(); i++) {
        noise.message(i % 2 == 0, messages.get(i));
      }
      return noise.key(true)[0];
    }
  }

  private record Rows(String[] wanted) {

    void perSecond(String name, IntUnaryOperator kernel) {
      print(name, "/s", kernel, 1);
    }

    /** For kernels that take the whole of {@link #BULK}. */
    void megabytes(String name, IntUnaryOperator kernel) {
      print(name, " MB/s", kernel, BULK.length / 1e6);
    }

    private void print(String name, String unit, IntUnaryOperator kernel, double each) {
      boolean skipped = wanted.length > 0;
      for (String word : wanted) {
        skipped &= !name.contains(word);
      }
      if (skipped) {
        return;
      }
      rate(kernel);
      System.out.printf("%-28s %,12.0f%s%n", name, rate(kernel) * each, unit);
    }

    /** By the thread's own processor time, so that a busy machine changes it little. */
    private static double rate(IntUnaryOperator kernel) {
      long start = CLOCK.getCurrentThreadCpuTime();
      long end = start + SECONDS * 1_000_000_000L;
      int count = 0;
      int kept = 0;
      long now;
      do {
        for (int i = 0; i < 16; i++) {
          kept += kernel.applyAsInt(count++);
        }
        now = CLOCK.getCurrentThreadCpuTime();
      } while (now < end);
      if (kept == Integer.MIN_VALUE) {
        System.out.println(); // keeps the results alive
      }
      return count * 1e9 / (now - start);
    }
  }
}
