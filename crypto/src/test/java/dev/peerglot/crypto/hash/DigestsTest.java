// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.crypto.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  /** FIPS 180-4 examples, and the RIPEMD-160 paper's. */
  @Test
  void digestsOfAbc() {
    assertEquals(
        "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7", HEX.formatHex(Sha224.of(ABC)));
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        HEX.formatHex(Sha256.of(ABC)));
    assertEquals(
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        HEX.formatHex(Sha512.of(ABC)));
    assertEquals("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc", HEX.formatHex(Ripemd160.of(ABC)));
  }

  @Test
  void doubleDigest() {
    assertArrayEquals(Sha256.of(Sha256.of(ABC)), Sha256.twice(ABC));
    assertEquals("5df6e0e2", HEX.formatHex(Sha256.twice(new byte[0])).substring(0, 8));
    assertArrayEquals(Sha256.twice(new byte[] {'b'}), Sha256.twice(ABC, 1, 1));
  }

  @Test
  void piecesEqualTheWholeAndTheInstanceStartsAfresh() {
    Entropy entropy = Entropy.seeded(2);
    Sha256 sha256 = new Sha256();
    Sha512 sha512 = new Sha512();
    for (int i = 0; i < 50; i++) {
      byte[] input = entropy.bytes(entropy.below(300));
      int cut = entropy.below(input.length + 1);
      sha256.update(input, 0, cut).update(input, cut, input.length - cut);
      sha512.update(input, 0, cut).update(input, cut, input.length - cut);
      byte[] target = new byte[40];
      sha256.digest(target, 5);
      assertEquals(HEX.formatHex(Sha256.of(input)), HEX.formatHex(target, 5, 37));
      assertArrayEquals(Sha512.of(input), sha512.digest());
      assertArrayEquals(Sha256.of(input), Sha256.of(input, 0, input.length));
    }
  }

  @Test
  void rangesOutsideTheArrayAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Sha256.of(ABC, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> Sha512.of(ABC, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> Sha224.of(ABC, 1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> Ripemd160.of(ABC, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Sha256().digest(new byte[31], 0));
  }
}
