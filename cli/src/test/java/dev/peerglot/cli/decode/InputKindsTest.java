// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.schema.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of input, made by other programs: all messages come out, and the same ones. */
final class InputKindsTest {
  private static final int MESSAGES = 64;
  private static final int BYTES = 21_837;

  @TempDir private Path folder;

  private static Path recording() {
    return Recording.root("docs/samples/bitcoin-v1-addrv2.pcap");
  }

  /** The records of the untouched recording, without the time where another program rounds it. */
  private static List<String> expected() {
    return withoutTime(Run.of("decode", recording()).well());
  }

  private static List<String> withoutTime(Run run) {
    return run.lines().stream().map(line -> line.substring(line.indexOf(",\"stream\""))).toList();
  }

  private static void assertWhole(Object... inputs) {
    Run run = Run.of(words("decode", inputs)).well();
    assertEquals(expected(), withoutTime(run));
    Source balance = Run.of(words("decode", inputs, "--stats", "--json")).well().record();
    assertEquals(BYTES, Run.number(balance, "captured"));
    assertEquals(BYTES, Run.number(balance, "decoded"));
    assertEquals(0, Run.number(balance, "missing"));
    assertEquals(3, Run.number(balance, "streams"));
  }

  private static Object[] words(String first, Object[] inputs, String... options) {
    List<Object> words = new ArrayList<>(List.of(first));
    words.addAll(List.of(inputs));
    words.addAll(List.of(options));
    return words.toArray();
  }

  @Test
  void theRecordingItself() {
    assertEquals(MESSAGES, expected().size());
    assertWhole(recording());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcap", "nsecpcap", "modpcap", "pcapng"})
  void formatsOfEditcap(String format) throws Exception {
    Path file = folder.resolve("as." + format);
    Tool.run(folder, "editcap", "-F", format, recording().toAbsolutePath(), file);
    assertWhole(file);
    String time = Run.of("decode", file).lines().getFirst().split("\"")[3];
    assertEquals(format.equals("nsecpcap") ? 30 : 27, time.length(), time);
  }

  @Test
  void commentsAndPacketsWithoutEthernet() throws Exception {
    Path file = folder.resolve("commented.pcapng");
    Path in = recording().toAbsolutePath();
    Tool.run(folder, "editcap", "--capture-comment", "hello", "-a", "7:a packet", in, file);
    assertWhole(file);
    Path raw = folder.resolve("raw.pcap");
    Tool.run(folder, "editcap", "-F", "pcap", "-C", "14", "-T", "rawip", in, raw);
    assertWhole(raw);
  }

  @ParameterizedTest
  @CsvSource({"gzip -c, gz", "zstd -q -c, zst", "xz -c, xz", "lz4 -q -c, lz4"})
  void compressed(String program, String ending) throws Exception {
    List<Object> words = new ArrayList<>(List.of(program.split(" ")));
    words.add(recording().toAbsolutePath());
    Path file = folder.resolve("capture." + ending);
    Files.write(file, Tool.run(folder, words.toArray()));
    assertWhole(file);
    // The name does not matter.
    assertWhole(Files.move(file, folder.resolve("capture")));
  }

  private List<Path> parts() throws Exception {
    Path in = recording().toAbsolutePath();
    Tool.run(folder, "editcap", "-c", "20", in, folder.resolve("part.pcapng"));
    List<Path> parts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "part*")) {
      files.forEach(parts::add);
    }
    assertEquals(6, parts.size());
    Collections.sort(parts);
    return parts;
  }

  @Test
  void severalFilesInAnyOrder() throws Exception {
    List<Path> parts = parts();
    Collections.reverse(parts);
    assertWhole(parts.toArray());
  }

  @Test
  void aFolderAndItsFolders() throws Exception {
    parts();
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.move(folder.resolve(parts().getFirst()), inner.resolve("first"));
    Files.writeString(folder.resolve("notes.txt"), "no capture");
    assertWhole(folder);
    Run empty = Run.of("decode", Files.createDirectory(folder.resolve("empty")));
    assertEquals(5, empty.status());
    assertTrue(empty.err().contains("there is no capture in the folder"), empty.err());
  }

  @Test
  void mergedWithMergecapAndPutInOrderByReordercap() throws Exception {
    List<Object> command =
        new ArrayList<>(List.of("mergecap", "-a", "-w", folder.resolve("wrong.pcapng")));
    List<Path> parts = parts();
    Collections.swap(parts, 1, 2);
    command.addAll(parts);
    Tool.run(folder, command.toArray());
    // Twenty packets too early and too late: read as they are, the streams are whole all the same.
    Source balance =
        Run.of("decode", folder.resolve("wrong.pcapng"), "--stats", "--json").well().record();
    assertEquals(BYTES, Run.number(balance, "decoded"));
    Path right = folder.resolve("right.pcapng");
    Tool.run(folder, "reordercap", folder.resolve("wrong.pcapng"), right);
    assertWhole(right);
  }

  @Test
  void everyPacketTwice() throws Exception {
    Path in = recording().toAbsolutePath();
    Path later = folder.resolve("later.pcap");
    Tool.run(folder, "editcap", "-F", "pcap", "-t", "0.000020", in, later);
    assertWhole(in, later);
    Source balance = Run.of("decode", in, later, "--stats", "--json").well().record();
    assertEquals(BYTES, Run.number(balance, "retransmitted"));
  }

  @Test
  void standardInput() throws IOException {
    InputStream before = System.in;
    try {
      for (Object[] words : new Object[][] {{"decode"}, {"decode", "-"}}) {
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(recording())));
        assertEquals(expected(), withoutTime(Run.of(words).well()));
      }
      System.setIn(
          new ByteArrayInputStream("f9beb4d9 76657261636b".getBytes(StandardCharsets.US_ASCII)));
      assertEquals(5, Run.of("decode", "-").status());
      System.setIn(new ByteArrayInputStream(new byte[0]));
      Run empty = Run.of("decode");
      assertEquals(5, empty.status());
      assertEquals("peerglot: standard input is empty\n", empty.err());
    } finally {
      System.setIn(before);
    }
  }

  private static String verack() {
    return "f9beb4d976657261636b000000000000000000005df6e0e2";
  }

  private void assertVerack(Object input) {
    Source record = Run.of("decode", input).well().record();
    assertEquals("verack", Run.text(record, "message"));
    assertEquals("bitcoin", Run.text(record, "network"));
    assertEquals(24, Run.number(record, "size"));
  }

  @Test
  void hexInTheArgument() {
    String hex = verack();
    assertVerack(hex);
    assertVerack("0x" + hex.toUpperCase(java.util.Locale.ROOT));
    assertVerack(hex.replaceAll("..", "$0 "));
    assertVerack(hex.replaceAll("..", "0x$0, "));
    assertVerack("{" + hex.replaceAll("..", "0x$0,") + "};");
    assertVerack(hex.replaceAll("..", "\\\\x$0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xxd", "xxd -p", "xxd -e", "hexdump -C", "od -A x -t x1z", "base64"})
  void dumpsOfOtherPrograms(String program) throws Exception {
    Path raw = folder.resolve("raw.bin");
    Files.write(raw, java.util.HexFormat.of().parseHex(verack()));
    assertVerack(raw);
    List<Object> words = new ArrayList<>(List.of(program.split(" ")));
    words.add(raw);
    Path dump = folder.resolve("dump.txt");
    Files.write(dump, Tool.run(folder, words.toArray()));
    assertVerack(dump);
  }

  @Test
  void aDumpBecomesACaptureByText2pcap() throws Exception {
    Path dump = folder.resolve("dump.txt");
    Files.writeString(dump, "0000 " + verack().replaceAll("..", "$0 ") + "\n");
    Path file = folder.resolve("made.pcapng");
    Tool.run(folder, "text2pcap", "-q", "-T", "50000,8333", dump, file);
    Source record = Run.of("decode", file).well().record();
    assertEquals("verack", Run.text(record, "message"));
    assertEquals("dialer", Run.text(record, "from"));
  }

  @Test
  void aNodesOwnMessageFiles() throws IOException {
    Path node = folder.resolve("regtest/message_capture/[fd00__1]_18444");
    Files.createDirectories(node);
    Files.write(node.resolve("msgs_recv.dat"), message(1_700_000_000_000_001L, "verack"));
    Files.write(node.resolve("msgs_sent.dat"), message(1_700_000_000_000_000L, "getaddr"));
    List<Source> records = Run.of("decode", folder).well().records();
    assertEquals("getaddr", Run.text(records.getFirst(), "message"));
    assertEquals("[fd00::1]:18444", Run.text(records.getFirst(), "dst"));
    assertEquals("bitcoin-regtest", Run.text(records.getFirst(), "network"));
    assertEquals("2023-11-14T22:13:20.000001Z", Run.text(records.getLast(), "time"));
    assertEquals("[fd00::1]:18444", Run.text(records.getLast(), "src"));
    assertEquals(2, records.size());
    byte[] cut = message(1_700_000_000_000_002L, "verack");
    Files.write(node.resolve("msgs_recv.dat"), java.util.Arrays.copyOf(cut, 40));
    Run broken = Run.of("decode", folder);
    assertEquals(5, broken.status());
    assertEquals(2, broken.lines().size());
    assertTrue(broken.err().contains("msgs_recv.dat: byte 24: the file ends within"), broken.err());
  }

  /** Two of the layout of {@code CaptureMessageToFile}, both without a payload. */
  private static byte[] message(long micros, String command) {
    byte[] bytes = new byte[24];
    java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(micros);
    byte[] name = command.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, bytes, 8, name.length);
    return bytes;
  }
}
