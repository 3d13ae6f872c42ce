// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.protocol.bitcoin.filter.BlockFilter;
import dev.peerglot.codec.protocol.bitcoin.message.Block;
import dev.peerglot.codec.protocol.bitcoin.message.BlockHeader;
import dev.peerglot.codec.protocol.bitcoin.message.CFilter;
import dev.peerglot.codec.protocol.bitcoin.message.OutPoint;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Addresses and scripts are found in filters, transactions and blocks. */
class ScriptSearchTest {
  /** Of BIP 173. */
  private static final String SEGWIT = "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4";

  private static final String SCRIPT = "0014751e76e8199196d454941c45d1b3a323f1433bd6";

  /** The one that the genesis block pays to. */
  private static final String OLD = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

  private static final Search SEARCH =
      new BitcoinProtocol().search(Networks.MAIN, List.of(SEGWIT, OLD, SCRIPT));

  private static Optional<List<String>> in(String message, byte[] body) {
    return SEARCH.in(Messages.ALL.get(message), body);
  }

  private static Tx paying(String script) {
    return new Tx(
        2,
        List.of(new Tx.Input(new OutPoint(new byte[32], 0), new byte[0], 0)),
        List.of(new Tx.Output(5, new byte[] {0x51}), new Tx.Output(6, Hex.parse(script))),
        List.of(),
        0);
  }

  @Test
  void inAFilter() {
    byte[] hash = Hex.parse("11".repeat(32));
    Out out = new Out();
    CFilter.WIRE.write(
        out,
        new CFilter(
            0,
            hash,
            BlockFilter.over(hash, List.of(Hex.parse(SCRIPT), new byte[] {0x51})).toBytes()));
    assertEquals(Optional.of(List.of(SEGWIT, SCRIPT)), in("cfilter", out.toBytes()));
    Out empty = new Out();
    CFilter.WIRE.write(empty, new CFilter(0, hash, new byte[1]));
    assertEquals(Optional.of(List.of()), in("cfilter", empty.toBytes()));
  }

  @Test
  void inATransactionAndABlock() {
    assertEquals(Optional.of(List.of(SEGWIT, SCRIPT)), in("tx", Tx.WIRE.toBytes(paying(SCRIPT))));
    assertEquals(Optional.of(List.of()), in("tx", Tx.WIRE.toBytes(paying("6a"))));
    BlockHeader header = new BlockHeader(1, new byte[32], new byte[32], 0, 0, 0);
    String toKey = "76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac";
    Block block = new Block(header, List.of(paying("6a"), paying(toKey)), null);
    assertEquals(Optional.of(List.of(OLD)), in("block", Block.WIRE.toBytes(block)));
  }

  @Test
  void othersCannotTell() {
    assertEquals(Optional.empty(), in("ping", new byte[8]));
    assertEquals(Optional.empty(), in("tx", new byte[3]));
    assertEquals(Optional.empty(), in("cfilter", new byte[3]));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String text : List.of("bogus", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "")) {
      Malformed refused =
          assertThrows(
              Malformed.class, () -> new BitcoinProtocol().search(Networks.MAIN, List.of(text)));
      assertEquals("'" + text + "' is no address of bitcoin, and no script in hex", refused.line());
    }
  }
}
