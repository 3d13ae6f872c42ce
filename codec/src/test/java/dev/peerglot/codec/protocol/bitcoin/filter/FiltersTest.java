// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Block filters and Bloom filters. */
class FiltersTest {
  private static final String GENESIS_TESTNET =
      "43497fd7f826957108f4a30fd9cec3aeba79972084e90ead01ea330900000000";

  @Test
  void theFilterOfTestnetsGenesisBlock() {
    BlockFilter filter = BlockFilter.read(Hex.parse(GENESIS_TESTNET), Hex.parse("019dfca8"));
    assertArrayEquals(new long[] {769_941}, filter.values());
    assertTrue(
        filter.mayHold(
            Hex.parse(
                "4104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef"
                    + "38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac")));
    assertFalse(filter.mayHold(new byte[] {1}));
    assertEquals(
        "c03705b2d6fb76a59664f1d63fe8fdbb2dc076d18175fdc51d11c43afaf78a4c",
        Hex.reversed(BlockFilter.hash(Hex.parse("019dfca8"))));
  }

  @Test
  void anEmptySetIsOneByte() {
    BlockFilter empty = BlockFilter.over(new byte[32], List.of(new byte[0]));
    assertEquals("00", Hex.of(empty.toBytes()));
    assertFalse(empty.mayHold(new byte[] {1}));
    assertEquals(0, BlockFilter.read(new byte[32], new byte[1]).values().length);
  }

  @Test
  void anySetComesBack() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 50; round++) {
      byte[] key = new byte[32];
      random.nextBytes(key);
      List<byte[]> scripts = new ArrayList<>();
      for (int i = random.nextInt(200); i > 0; i--) {
        byte[] script = new byte[1 + random.nextInt(40)];
        random.nextBytes(script);
        scripts.add(script);
        scripts.add(script.clone());
      }
      BlockFilter filter = BlockFilter.over(key, scripts);
      BlockFilter back = BlockFilter.read(key, filter.toBytes());
      assertArrayEquals(filter.values(), back.values());
      assertTrue(scripts.stream().allMatch(back::mayHold));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "019dfc",
        "019dfca800",
        "0000",
        "02ffffffffff",
        "feffffff01",
        "01ffffff"
      })
  void whatIsNoFilterIsRefused(String hex) {
    assertThrows(Malformed.class, () -> BlockFilter.read(new byte[32], Hex.parse(hex)));
  }

  /** Bitcoin Core's bloom_tests. */
  @ParameterizedTest
  @CsvSource({"0, 614e9b, 5", "2147483649, ce4299, 5"})
  void bloomFilter(long tweak, String bits, int functions) {
    BloomFilter filter = BloomFilter.sized(3, 0.01, (int) tweak);
    String[] items = {
      "99108ad8ed9bb6274d3980bab5a85c048f0950c8",
      "b5a2c786d9ef4658287ced5914b37a1b4aa32eee",
      "b9300670b4c5366e95b2699e8b18bc75e5f729c5"
    };
    for (String item : items) {
      assertFalse(filter.mayHold(Hex.parse(item)));
      filter.add(Hex.parse(item));
      assertTrue(filter.mayHold(Hex.parse(item)));
    }
    assertFalse(filter.mayHold(Hex.parse("19108ad8ed9bb6274d3980bab5a85c048f0950c8")));
    assertEquals(bits, Hex.of(filter.bits()));
    assertEquals(functions, filter.functions());
  }

  @Test
  void aFilterWithoutBitsHoldsEverything() {
    BloomFilter filter = new BloomFilter(new byte[0], 5, 0);
    filter.add(new byte[1]);
    assertTrue(filter.mayHold(new byte[] {7}));
  }
}
