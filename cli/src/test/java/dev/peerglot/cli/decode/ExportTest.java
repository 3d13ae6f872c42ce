// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code decode --export}: other programs, and we ourselves, find the messages in what it wrote.
 */
final class ExportTest {
  @TempDir private Path folder;

  private Path exported(Path recording) throws IOException {
    Path keys = Files.writeString(folder.resolve("keys.txt"), Secrets.keyLog());
    Path file = folder.resolve("plain.pcapng");
    List<Object> words = new ArrayList<>(List.of("decode", recording, "--keys", keys));
    words.addAll(List.of("--export", file));
    Run run = Run.of(words.toArray()).well();
    assertTrue(run.err().contains("messages written to " + file), run.err());
    return file;
  }

  private static final String COLUMNS = "src,dst,message,fields";

  @ParameterizedTest
  @CsvSource({
    "bitcoin-v2-addrv2.pcap, bitcoin-regtest",
    "bitcoin-v1-addrv2.pcap, bitcoin-regtest",
    "rustchain.pcap, rustchain",
    "witnet.pcap, witnet-development"
  })
  void weReadItAgain(String name, String network) throws IOException {
    Path recording = Recording.shared(name);
    Path file = exported(recording);
    assertEquals(lines(recording, network), lines(file, network));
  }

  /** In the order of their text: where two connections end at once, the order is nobody's. */
  private List<String> lines(Path file, String network) {
    return Run.of(
            "decode",
            file,
            "--as",
            network,
            "--keys",
            folder.resolve("keys.txt"),
            "--where",
            "message",
            "--fields",
            COLUMNS)
        .well()
        .lines()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void tsharkReadsWhatWasEncrypted() throws Exception {
    Path file = exported(Recording.shared("bitcoin-v2-addrv2.pcap"));
    String commands =
        tshark(file, "-Y", "bitcoin", "-T", "fields", "-e", "tcp.port", "-e", "bitcoin.command");
    assertEquals(64, commands.lines().count(), commands);
    assertEquals(6, commands.lines().filter(line -> line.endsWith("\tversion")).count(), commands);
    assertEquals(13, commands.lines().filter(line -> line.endsWith("\tping")).count(), commands);
    assertEquals("", tshark(file, "-Y", "tcp.analysis.flags || tcp.checksum.status == 0"));
  }

  @ParameterizedTest
  @CsvSource({
    "bitshares-crawl.pcap, bitshares hello_message, 8, 38",
    "bitcoin-v2-addrv2.pcap, bitcoin-regtest version, 6, 64",
    "parallelchain.pcap, Ping, 445, 2794"
  })
  void commentsSayWhatThePacketsAre(String name, String words, int times, int messages)
      throws Exception {
    Path file = exported(Recording.shared(name));
    String comments = tshark(file, "-Y", "frame.comment", "-T", "fields", "-e", "frame.comment");
    assertEquals(messages, comments.lines().count());
    assertEquals(times, comments.lines().filter(line -> line.contains(words)).count(), comments);
  }

  private String tshark(Path file, String... options) throws Exception {
    List<Object> words = new ArrayList<>(List.of("tshark", "-o", "tcp.check_checksum:TRUE"));
    words.addAll(List.of("-r", file));
    words.addAll(List.of(options));
    return new String(Tool.run(folder, words.toArray()), StandardCharsets.UTF_8);
  }

  @Test
  void itsOwnInputIsNotOverwritten() throws IOException {
    Path recording = Recording.root("docs/samples/bitcoin-v1-addrv2.pcap");
    Path copy = Files.copy(recording, folder.resolve("copy.pcap"));
    Run run = Run.of("decode", copy, "--export", copy);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("would overwrite"), run.err());
    assertEquals(-1, Files.mismatch(recording, copy));
    Run nowhere = Run.of("decode", copy, "--export", folder.resolve("no/such/folder.pcapng"));
    assertEquals(2, nowhere.status());
    assertEquals(1, nowhere.err().lines().count(), nowhere.err());
  }
}
