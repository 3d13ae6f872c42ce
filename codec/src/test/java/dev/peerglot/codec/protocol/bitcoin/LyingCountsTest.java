// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSink;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts and lengths that are not true, in front of what they count. */
class LyingCountsTest {
  private static final String HASH = "11".repeat(32);
  private static final String HEADER = "00".repeat(80);

  /** What stands before a count in a message, and the path of that count. */
  @ParameterizedTest
  @CsvSource({
    "inv, '', inventory",
    "getdata, '', inventory",
    "headers, '', headers",
    "addr, '', addresses",
    "addrv2, '', addresses",
    "getheaders, 80110100, locator",
    "tx, 01000000, inputs",
    "tx, 0100000001HASH 00000000, inputs",
    "tx, 0100000001HASH 0000000000ffffffff, outputs",
    "tx, 0100000001HASH 0000000000ffffffff010000000000000000, outputs[0].scriptPubKey",
    "tx, 01000000000101HASH 0000000000ffffffff00, witness[0]",
    "tx, 01000000000101HASH 0000000000ffffffff0001, witness[0][0]",
    "block, HEADER, transactions",
    "cmpctblock, HEADER 0000000000000000, shortids",
    "getblocktxn, HASH, indexes",
    "blocktxn, HASH, transactions",
    "cfheaders, 00HASH HASH, filter_hashes",
    "cfcheckpt, 00HASH, filter_headers",
    "cfilter, 00HASH, filter_bytes",
    "filteradd, '', data",
    "reject, '', message"
  })
  void isRefusedWhereItStands(String message, String before, String path) {
    for (String lie :
        new String[] {
          "fd0000",
          "fdfc00",
          "feffff0000",
          "ffffffffff00000000",
          "fdffff",
          "fe01000002",
          "feffffffff",
          "ffffffffffffffffff",
          "fd",
          "fe0000",
          "ff"
        }) {
      String stands = before.replace("HASH", HASH).replace("HEADER", HEADER).replace(" ", "");
      byte[] body = Hex.parse(stands + lie);
      Malformed fault =
          assertThrows(
              Malformed.class,
              () -> Messages.ALL.get(message).type().walk(new In(body), Deaf.SINK),
              message + " " + lie);
      assertTrue(fault.path().startsWith(path), message + " " + lie + ": " + fault.line());
      assertTrue(fault.at() >= 0, message + " " + lie + ": " + fault.line());
      assertThrows(Malformed.class, () -> Messages.ALL.get(message).type().read(new In(body)), lie);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1500})
  void addressesBeyondAThousandAreShownAndCounted(int count) {
    Out body = new Out().u8(0xfd).u16le(count).zeros(30 * count);
    Out text = new Out();
    assertEquals(
        null, Body.write(Messages.ALL.get("addr").type(), body.toBytes(), new JsonSink(text)));
    String json = new String(text.toBytes(), StandardCharsets.UTF_8);
    assertEquals(count, json.split("\"port\"", -1).length - 1);
    assertEquals(
        count > 1000 ? "\"excess\":" + (count - 1000) + "}" : "]}",
        json.substring(json.lastIndexOf(count > 1000 ? "\"excess\"" : "]}")));
  }

  @Test
  void soAreThoseOfTheNewForm() {
    Out body = new Out().u8(0xfd).u16le(1001);
    for (int i = 0; i < 1001; i++) {
      body.u32le(0).u8(0).u8(1).u8(4).zeros(4).u16be(8333);
    }
    Out text = new Out();
    Body.write(Messages.ALL.get("addrv2").type(), body.toBytes(), new JsonSink(text));
    assertTrue(new String(text.toBytes(), StandardCharsets.UTF_8).endsWith("],\"excess\":1}"));
  }
}
