// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.hash.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All transactions of Bitcoin Core's test data: {@code src/test/data}. */
class TransactionVectorsTest {
  private static final Pattern KNOWN_ID = Pattern.compile("The following is ([0-9a-f]{64})");

  @ParameterizedTest
  @CsvSource({"tx_valid.json, 139, 35, 3", "tx_invalid.json, 104, 19, 0"})
  void everyTransactionComesBackWithItsIds(String file, int count, int segwit, int named) {
    int seen = 0;
    int witnesses = 0;
    int known = 0;
    String id = null;
    for (Source entry : SharedVectors.of(file)) {
      if (entry.item(0).kind() != Source.Kind.LIST) {
        Matcher matcher = KNOWN_ID.matcher(entry.item(0).text());
        id = matcher.matches() ? matcher.group(1) : id;
        continue;
      }
      Tx tx = check(entry.item(1).text());
      spends(tx, entry.item(0));
      seen++;
      witnesses += tx.witness().isEmpty() ? 0 : 1;
      if (id != null) {
        assertEquals(id, Hex.reversed(tx.txid()));
        known++;
        id = null;
      }
    }
    assertEquals(count, seen);
    assertEquals(segwit, witnesses);
    assertTrue(known >= named, known + " transactions of known id");
  }

  @Test
  void randomLegacyTransactionsComeBack() {
    List<Source> entries = SharedVectors.of("sighash.json");
    for (Source entry : entries.subList(1, entries.size())) {
      check(entry.item(0).text());
    }
    assertEquals(501, entries.size());
  }

  private static Tx check(String hex) {
    byte[] bytes = Hex.parse(hex);
    Tx tx = Tx.WIRE.readAll(bytes);
    assertEquals(hex, Hex.of(Tx.WIRE.toBytes(tx)));
    String json = MessageChecks.json(Tx.WIRE, bytes);
    JsonSource fields = JsonSource.parse(json);
    Out back = new Out();
    Tx.WIRE.build(fields, back);
    assertEquals(hex, Hex.of(back.toBytes()), json);
    byte[] wtxid = Sha256.twice(bytes);
    byte[] txid = tx.witness().isEmpty() ? wtxid : Sha256.twice(tx.stripped());
    assertEquals(Hex.reversed(txid), fields.field("txid").text());
    assertEquals(Hex.reversed(wtxid), fields.field("wtxid").text());
    assertEquals(Hex.reversed(txid), Hex.reversed(tx.txid()));
    assertEquals(Hex.reversed(wtxid), Hex.reversed(tx.wtxid()));
    assertEquals(tx.weight(), fields.field("weight").whole().intValue());
    assertEquals(tx.virtualSize(), fields.field("vsize").whole().intValue());
    assertEquals(bytes.length, fields.field("size").whole().intValue());
    return tx;
  }

  private static void spends(Tx tx, Source listed) {
    Set<String> outpoints = new HashSet<>();
    for (Tx.Input input : tx.inputs()) {
      outpoints.add(Hex.reversed(input.outpoint().txid()) + ":" + (int) input.outpoint().index());
    }
    assertFalse(listed.size() == 0 && !outpoints.isEmpty());
    for (int i = 0; i < listed.size(); i++) {
      String outpoint = listed.item(i).item(0).text() + ":" + listed.item(i).item(1).whole();
      assertTrue(outpoints.contains(outpoint), outpoint);
    }
  }
}
