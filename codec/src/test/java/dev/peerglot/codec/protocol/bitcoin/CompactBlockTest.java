// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.message.BlockHeader;
import dev.peerglot.codec.protocol.bitcoin.message.BlockTxn;
import dev.peerglot.codec.protocol.bitcoin.message.CmpctBlock;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.view.Body;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compact blocks (BIP 152). */
class CompactBlockTest {
  private static final String GENESIS =
      "01000000"
          + "00".repeat(32)
          + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
  private static final String TX = "01000000" + "00" + "00" + "00000000";
  private static final Sequence<CmpctBlock> WIRE = CmpctBlock.of(Chain.BITCOIN);

  @Test
  void shortIdsAreKeyedByHeaderAndNonce() {
    BlockHeader genesis = BlockHeader.WIRE.readAll(Hex.parse(GENESIS));
    CmpctBlock block = new CmpctBlock(genesis, 0x1122334455667788L, List.of(), List.of());
    byte[] wtxid = new byte[32];
    for (int i = 0; i < 32; i++) {
      wtxid[i] = (byte) i;
    }
    assertEquals("59d7e9bb21ec", Hex.of(block.shortId(wtxid)));
    assertTrue(genesis.meetsTarget());
  }

  @Test
  void placesAreCountedFromTheOneBefore() {
    BlockTxn.Request request = BlockTxn.Request.at(new byte[32], List.of(1, 2, 5));
    assertEquals(List.of(1L, 0L, 2L), request.indexes());
    assertEquals(List.of(1L, 2L, 5L), request.positions());
  }

  @Test
  void aPlaceBehindTheLastIsRefused() {
    String far = GENESIS + "00".repeat(8) + "00" + "02" + "fdff7f" + TX + "fdff7f" + TX;
    assertEquals(2, WIRE.readAll(Hex.parse(far)).prefilled().size());
    String tooFar = GENESIS + "00".repeat(8) + "00" + "02" + "fdff7f" + TX + "fd0080" + TX;
    assertThrows(Malformed.class, () -> WIRE.readAll(Hex.parse(tooFar)));
    Malformed fault = Body.write(WIRE, Hex.parse(tooFar), new Out());
    assertEquals("prefilledtxn[1]", fault.path());
  }

  @Test
  void countsThatCannotBeAreRefusedBeforeAnythingIsMade() {
    String ids = GENESIS + "00".repeat(8) + "fdffff";
    assertThrows(Malformed.class, () -> WIRE.readAll(Hex.parse(ids)));
    String whole = GENESIS + "00".repeat(8) + "00" + "fdffff";
    assertThrows(Malformed.class, () -> WIRE.readAll(Hex.parse(whole)));
    assertEquals("prefilledtxn", Body.write(WIRE, Hex.parse(whole), new Out()).path());
  }
}
