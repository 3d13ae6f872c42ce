// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FcCityHashTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final String OFFICIAL =
      "3e04258f937d4e2ab1380ca11c95fa0f16d0a650807eef9ccd32db4680dbe246"
          + "aeb73ff35f483a5fddf78b44d3f695af314b9f7e9a8a8fa8ad9ccd596420fa33";

  @Test
  void knownValues() {
    byte[] counting = new byte[64];
    for (int i = 0; i < 64; i++) {
      counting[i] = (byte) i;
    }
    assertHash("099f12eb5ef1996fdcd3cf0712977407", HEX.formatHex(counting));
    assertHash("e0548708cd08e79e47dbe4e32618be36", "00".repeat(64));
    assertHash("6e1dea35daa4e5765bade5db3e7385d2", OFFICIAL);
    assertHash(
        "02e1d25b2f12499e108fcec09df24626",
        "51b84da3f85e14a094ea5ecd813431a5fb8e3e7045d4f763575b7c6f9d3a1680"
            + "bf79f92149226daca335e61b7efa5b4a89e763edf464728e45dc7960530438c8");
  }

  /** Google's CityHash128 of the same input: low, then high, each little-endian. */
  @Test
  void itIsNotTheStockHashInAnyOrderOfHalves() {
    String hash = HEX.formatHex(FcCityHash.of(HEX.parseHex(OFFICIAL)));
    String low = "72ef5194e94fd4d1";
    String high = "45351ee5a81b95ec";
    assertNotEquals(low + high, hash);
    assertNotEquals(high + low, hash);
  }

  @Test
  void otherLengthsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> FcCityHash.of(new byte[63]));
    assertThrows(IllegalArgumentException.class, () -> FcCityHash.of(new byte[65]));
  }

  private static void assertHash(String expected, String input) {
    assertEquals(expected, HEX.formatHex(FcCityHash.of(HEX.parseHex(input))));
  }
}
