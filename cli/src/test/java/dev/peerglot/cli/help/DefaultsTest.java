// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options from the environment and the configuration file. */
final class DefaultsTest {
  @TempDir private Path folder;
  private Path file;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void lay() throws IOException {
    file = folder.resolve("peerglot/config");
    Files.createDirectories(file.getParent());
    environment.put("XDG_CONFIG_HOME", folder.toString());
  }

  private Ran encode(String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"encode", "bitcoin", "ping", "nonce=1"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Ran.run(environment, 80, words);
  }

  @Test
  void aVariableStandsForAnOption() {
    assertEquals("0100000000000000\n", encode().out());
    environment.put("PEERGLOT_JSON", "true");
    assertTrue(encode().out().startsWith("{\"network\":\"bitcoin\""));
    environment.put("PEERGLOT_JSON", "off");
    assertEquals("0100000000000000\n", encode().out());
    environment.put("PEERGLOT_JSON", "maybe");
    assertEquals(ExitStatus.USAGE, encode().status());
  }

  @Test
  void theCommandLineWinsOverVariablesTheseOverTheFile() throws IOException {
    Files.writeString(file, "# mine\n\ncolor = always\ntimeout = nonsense\n");
    assertTrue(explain().contains("\u001b["));
    environment.put("PEERGLOT_COLOR", "never");
    assertTrue(!explain().contains("\u001b["));
    assertTrue(explain("--color", "always").contains("\u001b["));
    Ran dial = Ran.run(environment, 80, "dial", "bitshares://127.0.0.1:9");
    assertEquals(
        "peerglot: --timeout wants a duration such as 500ms, 5s or 2m, not 'nonsense'\n",
        dial.err());
    environment.put("PEERGLOT_TIMEOUT", "2s");
    assertEquals(
        ExitStatus.NOT_REACHED,
        Ran.run(environment, 80, "dial", "bitshares://127.0.0.1:9").status());
  }

  private String explain(String... more) {
    String[] words = new String[more.length + 3];
    System.arraycopy(new String[] {"explain", "bitcoin", "ping"}, 0, words, 0, 3);
    System.arraycopy(more, 0, words, 3, more.length);
    return Ran.run(environment, 80, words).out();
  }

  @Test
  void theFileIsBelowHomeWhereNothingElseIsSaid() throws IOException {
    environment.remove("XDG_CONFIG_HOME");
    environment.put("HOME", folder.toString());
    Path usual = folder.resolve(".config/peerglot/config");
    Files.createDirectories(usual.getParent());
    Files.writeString(usual, "json = yes\n");
    assertTrue(encode().out().startsWith("{"));
  }

  @Test
  void aFaultNamesItsLine() throws IOException {
    Files.writeString(file, "# mine\ntimout = 5s\n");
    assertEquals(
        "peerglot: "
            + file
            + ":2: there is no option 'timout' for this file; did you mean timeout?\n",
        encode().err());
    Files.writeString(file, "json\n");
    assertTrue(encode().err().contains(":1: 'json' is no 'option = value'"));
    assertEquals(ExitStatus.USAGE, encode().status());
  }
}
