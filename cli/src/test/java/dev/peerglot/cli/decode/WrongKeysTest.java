// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.schema.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encrypted recordings with keys that are wrong, missing or one among many. */
final class WrongKeysTest {
  @TempDir private Path folder;

  private Path keys(String log) throws IOException {
    return Files.writeString(folder.resolve("keys.txt"), log);
  }

  /** All secrets, each with another last digit. */
  private static String spoilt() throws IOException {
    StringBuilder log = new StringBuilder();
    for (String line : Secrets.keyLog().lines().toList()) {
      int last = Character.digit(line.charAt(line.length() - 1), 16);
      log.append(line, 0, line.length() - 1).append(Character.forDigit(last ^ 1, 16)).append('\n');
    }
    return log.toString();
  }

  private static void assertLocked(Run run, String why) {
    List<Source> records = run.well().records();
    assertFalse(records.isEmpty());
    for (Source record : records) {
      Source fault = record.field("fault");
      assertTrue(fault != null && record.field("message") == null, run.out());
      assertEquals("keys", Run.text(fault, "blame"), run.out());
      assertTrue(Run.text(fault, "why").contains(why), run.out());
    }
    assertTrue(run.err().contains("no key fits"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"bitcoin-v2-addrv2.pcap", "bitshares-crawl.pcap", "parallelchain.pcap"})
  void aSecretThatIsNotTheKeysOwn(String name) throws IOException {
    Path recording = Recording.shared(name);
    Run run = Run.of("decode", recording, "--keys", keys(spoilt()), "--where", "stream = 0");
    assertLocked(run, "is not the private half of that key: check the line");
  }

  @ParameterizedTest
  @CsvSource({
    "bitcoin-v2-addrv2.pcap, BITCOIN_V2_EPHEMERAL",
    "bitshares-crawl.pcap, BITSHARES_EPHEMERAL",
    "parallelchain.pcap, NOISE_EPHEMERAL"
  })
  void aSecretThatIsMissingIsAskedForByName(String name, String label) throws IOException {
    Path recording = Recording.shared(name);
    assertLocked(Run.of("decode", recording, "--where", "stream = 0"), label);
    // The lines of other connections do not help.
    String others =
        Secrets.keyLog()
            .lines()
            .filter(l -> !l.startsWith(label))
            .reduce("", (a, b) -> a + b + "\n");
    assertLocked(
        Run.of("decode", recording, "--keys", keys(others), "--where", "stream = 0"), label);
  }

  @ParameterizedTest
  @CsvSource({"bitcoin-v2-addrv2.pcap, 64", "bitshares-crawl.pcap, 38", "parallelchain.pcap, 2794"})
  void theRightOneIsFoundAmongAll(String name, int messages) throws IOException {
    Run run = Run.of("decode", Recording.shared(name), "--keys", keys(Secrets.keyLog()));
    assertEquals(messages, run.well().lines().size());
  }

  @ParameterizedTest
  @CsvSource({"nonsense, 1", "'BITCOIN_V2_EPHEMERAL 00 zz', 2"})
  void aLogThatCannotBeReadSaysWhichLine(String line, int number) throws IOException {
    Path keys = keys(number == 1 ? line + "\n" : "# a comment\n" + line + "\n");
    Run run =
        Run.of("decode", Recording.root("docs/samples/bitcoin-v1-addrv2.pcap"), "--keys", keys);
    assertEquals(5, run.status(), run.err());
    assertTrue(run.err().contains(keys + ": line " + number), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }
}
