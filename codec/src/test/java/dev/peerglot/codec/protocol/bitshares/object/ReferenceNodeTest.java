// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a witness_node of bitshares-core 7.0.2 packed and printed on a private network: our bytes
 * are its bytes, and our JSON is its JSON, but for large numbers, which it puts in quotes.
 */
class ReferenceNodeTest {
  private static final Pattern QUOTED = Pattern.compile("\"(-?[1-9]\\d{9,19})\"");

  private static List<String[]> lines(String name) {
    String path = "/vectors/bitshares/" + name;
    try (InputStream in = ReferenceNodeTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutQuotes(String json) {
    return QUOTED.matcher(json).replaceAll("$1");
  }

  @TestFactory
  List<DynamicTest> everyOperation() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String[] line : lines("operations.txt")) {
      tests.add(DynamicTest.dynamicTest(line[0], () -> operation(line[0], line[1], line[2])));
    }
    assertEquals(78, tests.size());
    return tests;
  }

  private static void operation(String name, String json, String hex) {
    assertEquals(hex, Texts.hex(Transactions.signed, json));
    assertEquals(withoutQuotes(json), Texts.json(Transactions.signed, hex));
    long tag = Operations.operation.arm(name).tag();
    assertEquals(tag, new In(Hex.parse(hex), 11, 1).u8(), name);
  }

  @Test
  void noneIsMissing() {
    assertEquals(
        Operations.operation.arms().stream().map(arm -> arm.name()).toList(),
        lines("operations.txt").stream().map(line -> line[0]).toList());
  }

  @TestFactory
  List<DynamicTest> blocks() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String[] line : lines("blocks.txt")) {
      tests.add(DynamicTest.dynamicTest(line[0], () -> block(line[0], line[1])));
    }
    assertEquals(27, tests.size());
    return tests;
  }

  private static void block(String id, String json) {
    byte[] bytes = Texts.bytes(Blocks.signed, json);
    assertEquals(withoutQuotes(json), Texts.json(Blocks.signed, bytes));
    In in = new In(bytes);
    BlockParts block = BlockParts.at(in);
    assertEquals(id, Hex.of(block.id()));
    assertArrayEquals(block.sentMerkleRoot(), BlockParts.merkleRoot(in));
    assertEquals(
        "BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV",
        PublicKeys.spell(block.signee().orElseThrow(), KeyPrefix.MAIN));
  }

  /**
   * The reference's roots of blocks of the first 0 to 9 of these transactions, each result void.
   */
  @Test
  void merkleRootsOfSeveralTransactions() {
    List<String> roots =
        List.of(
            "0000000000000000000000000000000000000000",
            "1b1f5c630bbb6a1aee190f29039df99b8b39dd23",
            "67ccc6194d3f1142fb281e0696d77b104c56492e",
            "72e32264d37f8574931b1ce2429c4963ff0303b8",
            "0f176fdbe7eeee5ce421083b6b25d40c31c8de66",
            "02f275089590326ed401378c551b46e6fb190b0a",
            "3a9cb7125f5c1952eb0912ece15f7d739baabad5",
            "2d4e0288a782257a1bef03919a450a741d94190b",
            "c245c7ff49c54131edcbc844a844d0fd65b8190e",
            "f53885eed99a96894bf5ce2df0f4acd9fe167edf");
    List<String[]> operations = lines("operations.txt");
    for (int count = 0; count < roots.size(); count++) {
      Out body = new Out().u8(count);
      for (String[] line : operations.subList(0, count)) {
        body.bytes(Hex.parse(line[2])).u8(0);
      }
      In in = new In(body.toBytes());
      assertEquals(roots.get(count), Hex.of(BlockParts.merkleRoot(in)));
      assertEquals(0, in.left());
    }
  }
}
