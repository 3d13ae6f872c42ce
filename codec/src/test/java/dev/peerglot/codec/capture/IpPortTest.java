// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class IpPortTest {
  /** Examples in the manner of RFC 5952. */
  @Test
  void textsInTheShortForm() {
    assertText("127.0.0.1:8333", "7f000001", 8333);
    assertText("255.255.255.255:65535", "ffffffff", 65_535);
    assertText("[::]:0", "00000000000000000000000000000000", 0);
    assertText("[::1]:1", "00000000000000000000000000000001", 1);
    assertText("[1::]:1", "00010000000000000000000000000000", 1);
    assertText("[2001:db8::1]:80", "20010db8000000000000000000000001", 80);
    assertText("[2001:db8:0:1:1:1:1:1]:80", "20010db8000000010001000100010001", 80);
    assertText("[2001:0:0:1::1]:80", "20010000000000010000000000000001", 80);
    assertText("[2001:db8::1:0:0:1]:80", "20010db8000000000001000000000001", 80);
    assertText("[::ffff:10.0.0.1]:80", "00000000000000000000ffff0a000001", 80);
    assertText("[1:2:3:4:5:6:7:8]:80", "00010002000300040005000600070008", 80);
  }

  private static void assertText(String text, String address, int port) {
    byte[] bytes = HexFormat.of().parseHex(address);
    IpPort end = IpPort.of(bytes, port);
    assertEquals(text, end.text());
    assertArrayEquals(bytes, end.address());
    assertEquals(port, end.port());
    assertEquals(end, IpPort.of(bytes, port));
    assertEquals(end.hashCode(), IpPort.of(bytes, port).hashCode());
  }

  @Test
  void socketAddress() throws Exception {
    IpPort end = IpPort.of(Packets.address(10, 1, 2, 3), 99);
    InetAddress expected = InetAddress.getByAddress(new byte[] {10, 1, 2, 3});
    assertEquals(expected, end.toSocketAddress().getAddress());
    assertThrows(IllegalArgumentException.class, () -> IpPort.of(new byte[5], 1));
  }
}
