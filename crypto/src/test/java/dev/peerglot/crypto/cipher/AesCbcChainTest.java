// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.crypto.Entropy;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesCbcChainTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY =
      HEX.parseHex("ac8aa624047bb973550caf3e25fa3710fad024268dbc4f4c583d270314ca5908");
  private static final byte[] VECTOR = HEX.parseHex("02e1d25b2f12499e108fcec09df24626");

  private final Entropy entropy = Entropy.seeded(4);

  /** NIST SP 800-38A, F.2.5: the first two blocks. */
  @Test
  void publishedVector() {
    byte[] key = HEX.parseHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    byte[] vector = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    AesCbcChain chain = AesCbcChain.encrypting(key, vector);
    assertEquals(
        "f58c4c04d6e5f1ba779eabfb5f7bfbd6",
        HEX.formatHex(chain.update(HEX.parseHex("6bc1bee22e409f96e93d7e117393172a"))));
    assertEquals(
        "9cfc4e967edb808d679f777bc6702c7d",
        HEX.formatHex(chain.update(HEX.parseHex("ae2d8a571e03ac9c9eb76fac45af8e51"))));
  }

  /** A BitShares dialer's address request, after its hello, whose last block is the vector. */
  @Test
  void resumesFromThePreviousCiphertextBlock() {
    AesCbcChain chain =
        AesCbcChain.decrypting(KEY, HEX.parseHex("dfd5828ba19c9a4839d1091e5568794b"));
    assertEquals(
        "00000000911300000000000000000000",
        HEX.formatHex(chain.update(HEX.parseHex("bb8946bd31e1a9c36f5255d29d3eba9d"))));
  }

  @Test
  void cutAnywhereEqualsAllAtOnce() {
    for (int round = 0; round < 50; round++) {
      byte[] plain = entropy.bytes(16 * entropy.below(40));
      byte[] sealed = AesCbcChain.encrypting(KEY, VECTOR).update(plain);
      assertEquals(plain.length, sealed.length);
      assertArrayEquals(sealed, cut(AesCbcChain.encrypting(KEY, VECTOR), plain));
      assertArrayEquals(plain, cut(AesCbcChain.decrypting(KEY, VECTOR), sealed));
    }
  }

  @Test
  void worksInPlace() {
    byte[] bytes = entropy.bytes(4096);
    byte[] expected = AesCbcChain.decrypting(KEY, VECTOR).update(bytes);
    assertEquals(
        4096, AesCbcChain.decrypting(KEY, VECTOR).update(bytes, 0, bytes.length, bytes, 0));
    assertArrayEquals(expected, bytes);
  }

  @Test
  void saysWhatItWillReturn() {
    AesCbcChain chain = AesCbcChain.encrypting(KEY, VECTOR);
    assertEquals(0, chain.update(new byte[15]).length);
    assertEquals(15, chain.waiting());
    assertEquals(16, chain.outputSize(1));
    assertEquals(16, chain.outputSize(16));
    assertThrows(
        IndexOutOfBoundsException.class, () -> chain.update(new byte[1], 0, 1, new byte[15], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> chain.update(new byte[1], 0, 2));
    assertArrayEquals(
        AesCbcChain.encrypting(KEY, VECTOR).update(new byte[16]), chain.update(new byte[1]));
    assertEquals(0, chain.waiting());
  }

  @Test
  void wrongSizesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> AesCbcChain.encrypting(new byte[16], VECTOR));
    assertThrows(IllegalArgumentException.class, () -> AesCbcChain.decrypting(KEY, new byte[12]));
  }

  private byte[] cut(AesCbcChain chain, byte[] input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int offset = 0; offset < input.length; ) {
      int size = Math.min(entropy.below(50), input.length - offset);
      out.writeBytes(chain.update(Arrays.copyOfRange(input, offset, offset + size)));
      offset += size;
    }
    return out.toByteArray();
  }
}
