// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HexTextTest {
  private static final String PACKET = "d4c3b2a1020004000000000000000000000004000100fbb061626364";

  private static void assertReads(String expected, String text) {
    List<String> found = HexText.parse(text).stream().map(HexFormat.of()::formatHex).toList();
    assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), found);
  }

  private static void assertFault(int line, int column, String text) {
    HexTextFault fault = assertThrows(HexTextFault.class, () -> HexText.parse(text));
    assertEquals(line + ":" + column, fault.line() + ":" + fault.column(), fault.getMessage());
  }

  @Test
  void digitsInAnyGrouping() {
    assertReads("f9beb4d9", "f9beb4d9");
    assertReads("f9beb4d9", "F9 BE B4 D9\n");
    assertReads("f9beb4d9", "f9be\nb4d9\r\n");
    assertReads("f9beb4d9", "f9:be:b4:d9");
    assertReads("f9beb4d9", "f9-be-b4-d9");
    assertReads("f9beb4d9", "0xf9beb4d9");
    assertReads("f9beb4d9", "0xf9 0xbe,0xb4, 0xD9");
    assertReads("0d0a", "0xd, 0xA");
    assertReads("", "");
    assertReads("", "# nothing\n\n");
  }

  @Test
  void emptyLinesPartByteStringsAndCommentsDoNot() {
    assertReads("0102 0304", "# first\n01 02\n\n\n03\n# still the second\n04\n");
  }

  @Test
  void arraysAreOneByteStringEach() {
    assertReads("12345a", "{0x12, 0x34, 0x5A}");
    assertReads(
        "0102 0304",
        """
        char peer0_0[] = { /* Packet 4 */
          0x01, 0x02 };
        const unsigned char peer0_1[2] = { // the answer
          0x03, 0x04, };
        """);
    assertReads("01 02", "{{0x01}, {0x02}}");
  }

  @Test
  void escapesAndQuotedStrings() {
    assertReads("f9beb4d9", "\\xf9\\xbe\\xb4\\xd9");
    assertReads("0161620a00225c", "b'\\x01ab\\n\\0\"\\\\'");
    assertReads("010203", "\"\\x01\\x02\"\n\"\\x03\"");
    assertReads("0102 03", "\"\\x01\\x02\", \"\\x03\"");
    assertFault(1, 4, "\\x0g");
    assertFault(1, 5, "\\x01z");
  }

  @Test
  void dumpsOfXxd() {
    String text =
        """
        00000000: d4c3 b2a1 0200 0400 0000 0000 0000 0000  ................
        00000010: 0000 0400 0100 fbb0 6162 6364            ........abcd
        """;
    assertReads(PACKET, text);
    assertReads("616263", "00000000: 6162 63                                  abc\n");
    assertReads("6162", "00000000: 61 62  ab\n");
  }

  @Test
  void littleEndianWordsOfXxd() {
    String text =
        """
        00000000: a1b2c3d4 00040002 00000000 00000000  ................
        00000010: 00040000 b0fb0001 64636261           ........abcd
        """;
    assertReads(PACKET, text);
    assertReads("6162636465", "00000000: 64636261       65                    abcde\n");
    assertReads("6162", "00000000:     6261                             ab\n");
    // The same groups in the order of the bytes, as the text beside them shows.
    assertReads("64636261", "00000000: 64636261                             dcba\n");
  }

  @Test
  void dumpsOfHexdump() {
    assertReads(
        PACKET,
        """
        00000000  d4 c3 b2 a1 02 00 04 00  00 00 00 00 00 00 00 00  |................|
        00000010  00 00 04 00 01 00 fb b0  61 62 63 64              |........abcd|
        0000001c
        """);
    assertReads(
        PACKET,
        """
        0000000 c3d4 a1b2 0002 0004 0000 0000 0000 0000
        0000010 0000 0004 0001 b0fb 6261 6463
        000001c
        """);
    assertReads("616263", "0000000 6261 0063\n0000003\n");
    assertReads(
        "00".repeat(64) + "01",
        """
        00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
        *
        00000040  01                                                |.|
        00000041
        """);
  }

  @Test
  void dumpsOfOdInEveryRadix() {
    for (String offsets : List.of("000010 00001c", "0000020 0000034", "0000016 0000028")) {
      String[] each = offsets.split(" ");
      assertReads(
          PACKET,
          """
          0000000 d4 c3 b2 a1 02 00 04 00 00 00 00 00 00 00 00 00
          %s 00 00 04 00 01 00 fb b0 61 62 63 64
          %s
          """
              .formatted(each[0], each[1]));
    }
  }

  @Test
  void dumpsOfPacketToolsStartAnewAtZero() {
    assertReads(
        PACKET + " 6162",
        """
        0000   d4 c3 b2 a1 02 00 04 00 00 00 00 00 00 00 00 00   ................
        0010   00 00 04 00 01 00 fb b0 61 62 63 64               ........abcd

        0000   61 62                                             ab
        """);
    assertReads(
        PACKET,
        "\t0x0000:  d4c3 b2a1 0200 0400 0000 0000 0000 0000  ................\n"
            + "\t0x0010:  0000 0400 0100 fbb0 6162 6364            ........abcd\n");
  }

  @Test
  void base64InBothAlphabets() {
    assertReads("fbeffe00", "++/+AA==");
    assertReads("fbeffe00", "--_-AA");
    assertReads("68656c6c6f 01", "aGVs\nbG8=\nAQ==");
    // Hex digits only: hex, though it would be base64, too.
    assertReads("abcd", "abcd");
  }

  @Test
  void faultsTellTheirPlace() {
    assertFault(3, 4, "01\n02\n03 4\n");
    assertFault(1, 1, "abc");
    assertFault(2, 3, "0102030405060708090a\n01g2030405060708090a0b0c0d0e");
    assertFault(1, 3, "0x");
    assertFault(
        2,
        1,
        """
        00000000: d4c3 b2a1 0200 0400 0000 0000 0000 0000  ................
        00000020: 0000                                     ..
        """);
    assertFault(1, 13, "00000000: d4g3 b2a1");
    assertEquals(
        "line 3, column 18: odd number of hex digits",
        assertThrows(HexTextFault.class, () -> HexText.parse("00\n00\n0000000000000000 1"))
            .getMessage());
  }

  @Test
  void everyLengthInEverySpelling() {
    Random random = new Random(7);
    for (int length = 1; length < 100; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String plain = HexFormat.of().formatHex(bytes);
      assertReads(plain, plain);
      assertReads(plain, HexFormat.ofDelimiter(" ").formatHex(bytes));
      assertReads(plain, HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes));
      assertReads(plain, HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(bytes));
      assertReads(plain, HexFormat.ofDelimiter("").withPrefix("\\x").formatHex(bytes));
      if (length > 20) {
        assertReads(plain, Base64.getEncoder().encodeToString(bytes));
        assertReads(plain, Base64.getMimeEncoder().encodeToString(bytes));
        assertReads(plain, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
    }
  }

  @Test
  void noTextBreaksIt() {
    Random random = new Random(11);
    String letters = "0123456789abcdefxX{}[]\\\"'|>*:,;-+/=# \n\tgzéß\u0660";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int k = 0; k < length; k++) {
        int bound = random.nextBoolean() ? 16 : letters.length();
        text.append(letters.charAt(random.nextInt(bound)));
      }
      try {
        HexText.parse(text.toString()).forEach(item -> assertEquals(true, item.length > 0));
      } catch (HexTextFault fault) {
        long lines = text.toString().lines().count() + 1;
        assertEquals(true, fault.line() >= 1 && fault.line() <= lines, fault.getMessage());
        assertEquals(true, fault.column() >= 1, fault.getMessage());
      }
    }
  }

  @Test
  void whatTheToolsOfThisMachineWrite(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bytes");
    Random random = new Random(3);
    for (int length : new int[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 100, 1001}) {
      byte[] bytes = new byte[length];
      // Zeros make the tools leave lines out; that of od -x cannot be told from hexdump's then.
      boolean zeros = length == 100;
      if (!zeros) {
        random.nextBytes(bytes);
      }
      Files.write(file, bytes);
      for (String tool :
          List.of(
              "xxd",
              "xxd -p",
              "xxd -i",
              "xxd -g1",
              "xxd -u",
              "xxd -g 4",
              "xxd -e",
              "xxd -e -g 2",
              "xxd -e -g 8 -c 24",
              "hexdump",
              "hexdump -C",
              "od -A x -t x1",
              "od -t x1z",
              "od -x",
              "base64",
              "base64 -w0")) {
        // Words of a few bytes without letters look the same in either order.
        boolean unclear = length < 15 && tool.startsWith("xxd -e");
        if (unclear || zeros && tool.equals("od -x")) {
          continue;
        }
        String text = run(tool + " " + file);
        List<byte[]> items = HexText.parse(text);
        assertEquals(1, items.size(), tool + "\n" + text);
        assertArrayEquals(bytes, items.getFirst(), tool + "\n" + text);
      }
    }
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED: this machine has no " + command);
      throw e;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
