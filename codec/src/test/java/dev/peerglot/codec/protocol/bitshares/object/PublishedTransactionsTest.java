// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The transactions of python-bitshares' test suite ({@code tests/test_transactions.py} at 196678b),
 * as the protocol sheet lists them: both ways byte for byte, and their signers.
 */
class PublishedTransactionsTest {
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d+) \\| (\\w+) \\| (ok|stale) \\| `([0-9a-f]+)` \\|");
  private static final byte[] MAINNET =
      Hex.parse("4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8");
  private static final String SIGNER = "BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV";

  @TestFactory
  List<DynamicTest> bothWaysByteForByte() throws IOException {
    Path sheet =
        Path.of(
            System.getProperty("peerglot.root", "."), "../shared/protocols/bitshares-objects.md");
    assumeTrue(Files.isRegularFile(sheet), "SKIPPED: no published transactions in " + sheet);
    List<DynamicTest> tests = new ArrayList<>();
    Matcher rows = ROW.matcher(Files.readString(sheet));
    while (rows.find()) {
      int operation = Integer.parseInt(rows.group(1));
      boolean signed = rows.group(3).equals("ok");
      byte[] bytes = Hex.parse(rows.group(4));
      tests.add(DynamicTest.dynamicTest(rows.group(2), () -> check(operation, signed, bytes)));
    }
    assertEquals(38, tests.size());
    return tests;
  }

  private static void check(int operation, boolean signed, byte[] bytes) {
    assertEquals(
        Hex.of(bytes), Hex.of(Transactions.signed.toBytes(Transactions.signed.readAll(bytes))));
    String json = Texts.json(Transactions.signed, bytes);
    assertEquals(Hex.of(bytes), Texts.hex(Transactions.signed, json));
    JsonSource parsed = JsonSource.parse(json);
    assertEquals("2016-04-06T08:29:27", parsed.field("expiration").text());
    assertEquals(operation, parsed.field("operations").item(0).item(0).whole().intValueExact());
    List<byte[]> keys = TransactionParts.at(new In(bytes)).signees(MAINNET);
    assertEquals(1, keys.size());
    assertEquals(signed, PublicKeys.spell(keys.getFirst(), KeyPrefix.MAIN).equals(SIGNER));
  }
}
