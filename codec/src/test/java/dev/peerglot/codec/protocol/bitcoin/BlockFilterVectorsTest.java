// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.protocol.bitcoin.filter.BlockFilter;
import dev.peerglot.codec.protocol.bitcoin.message.Block;
import dev.peerglot.codec.protocol.bitcoin.message.BlockType;
import dev.peerglot.codec.protocol.bitcoin.message.CFilter;
import dev.peerglot.codec.protocol.bitcoin.message.FilterHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The testnet blocks of Bitcoin Core's {@code src/test/data/blockfilters.json}. */
class BlockFilterVectorsTest {
  private static final BlockType BLOCKS = new BlockType(Chain.of(Networks.TESTNET3));

  private static List<Source> rows() {
    List<Source> entries = SharedVectors.of("blockfilters.json");
    assertEquals(11, entries.size());
    return entries.subList(1, entries.size());
  }

  @Test
  void blocksComeBackAndProveThemselves() {
    for (Source row : rows()) {
      byte[] bytes = Hex.parse(row.item(2).text());
      Block block = BLOCKS.readAll(bytes);
      assertArrayEquals(bytes, BLOCKS.toBytes(block));
      assertEquals(row.item(1).text(), Hex.reversed(block.header().hash()));
      assertArrayEquals(block.header().merkleRoot(), block.merkleRoot());
      assertTrue(block.header().meetsTarget());
      JsonSource fields = JsonSource.parse(MessageChecks.json(BLOCKS, bytes));
      assertTrue(fields.field("merkle_root_ok").bool());
      assertTrue(fields.field("header").field("meets_target").bool());
      assertEquals(row.item(1).text(), fields.field("header").field("hash").text());
      assertEquals(bytes.length, fields.field("size").whole().intValue());
      int weight =
          3 * (81 + block.transactions().stream().mapToInt(t -> t.stripped().length).sum());
      assertEquals(weight + bytes.length, fields.field("weight").whole().intValue());
    }
  }

  @Test
  void filtersAreReproduced() {
    for (Source row : rows()) {
      Block block = BLOCKS.readAll(Hex.parse(row.item(2).text()));
      byte[] hash = block.header().hash();
      List<byte[]> scripts = scripts(block, row.item(3));
      BlockFilter filter = BlockFilter.over(hash, scripts);
      assertEquals(row.item(5).text(), Hex.of(filter.toBytes()));
      assertArrayEquals(filter.values(), BlockFilter.read(hash, filter.toBytes()).values());
      byte[] previous = Hex.flip(Hex.parse(row.item(4).text()));
      byte[] filterHash = BlockFilter.hash(filter.toBytes());
      String header = row.item(6).text();
      assertEquals(header, Hex.reversed(BlockFilter.header(filterHash, previous)));
      assertEquals(
          header,
          Hex.reversed(
              new FilterHeaders.Answer(0, hash, previous, List.of(filterHash)).lastFilterHeader()));
    }
  }

  @Test
  void scriptsOfTheBlockMatchAndHardlyAnyOther() {
    long strangers = 0;
    for (Source row : rows()) {
      Block block = BLOCKS.readAll(Hex.parse(row.item(2).text()));
      CFilter message = new CFilter(0, block.header().hash(), Hex.parse(row.item(5).text()));
      BlockFilter filter = message.filter();
      for (byte[] script : scripts(block, row.item(3))) {
        assertTrue(filter.mayHold(script));
      }
      List<byte[]> others = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        others.add(("script " + i).getBytes(StandardCharsets.US_ASCII));
      }
      strangers += others.stream().filter(filter::mayHold).count();
      assertFalse(strangers == 0 && filter.mayHoldAny(others));
      others.addAll(scripts(block, row.item(3)));
      assertEquals(filter.values().length > 0 || strangers > 0, filter.mayHoldAny(others));
    }
    assertEquals(0, strangers, "of 1000, one in 784931 may match");
  }

  private static List<byte[]> scripts(Block block, Source spent) {
    List<byte[]> scripts = new ArrayList<>();
    for (Tx tx : block.transactions()) {
      tx.outputs().stream()
          .map(Tx.Output::scriptPubKey)
          .filter(BlockFilter::counts)
          .forEach(scripts::add);
    }
    for (int i = 0; i < spent.size(); i++) {
      byte[] script = Hex.parse(spent.item(i).text());
      if (script.length > 0) {
        scripts.add(script);
      }
    }
    return scripts;
  }
}
