// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Ran;
import dev.peerglot.cli.Topics;
import dev.peerglot.cli.args.Defaults;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help texts, and what is said to who mistypes. */
final class HelpTest {
  @Test
  void theOverviewNamesEveryCommandAndTopic() {
    String text = Ran.command("--help").out();
    Verbs.names().forEach(name -> assertTrue(text.contains("\n  " + name + " "), name));
    Topics.names().forEach(name -> assertTrue(text.contains("\n  " + name + " "), name));
    assertEquals(text, Ran.command("help").out());
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 80, 110, 200})
  void noLineIsWiderThanTheTerminal(int columns) {
    for (String name : Verbs.names()) {
      String usage =
          Ran.run(Map.of("NO_COLOR", "1"), columns, "help", name).out().split("\nExamples:\n")[0];
      usage.lines().forEach(line -> assertTrue(line.length() <= columns, name + ": " + line));
    }
    for (String name : Topics.names()) {
      if (columns >= 100) {
        Ran.terminal(columns, "help", name)
            .lines()
            .forEach(line -> assertTrue(line.length() <= columns, name + ": " + line));
      }
    }
  }

  @Test
  void helpOfACommandIsTheSameInBothSpellings() {
    for (String name : Verbs.names()) {
      assertEquals(Ran.command("help", name).out(), Ran.command(name, "--help").out(), name);
    }
  }

  @Test
  void topicsAreComplete() {
    String records = Ran.command("help", "records").out();
    for (Verdict verdict : Verdict.values()) {
      assertTrue(records.contains(verdict.word()), verdict.word());
    }
    String statuses = Ran.command("help", "exit-status").out();
    for (Verdict verdict : Verdict.values()) {
      int status = ExitStatus.of(verdict);
      assertTrue(
          status == 0
              || statuses
                  .lines()
                  .anyMatch(
                      line ->
                          line.strip().startsWith(status + "  ") && line.contains(verdict.word())),
          verdict.word());
    }
    String keyLogs = Ran.command("help", "key-logs").out();
    Protocols.all()
        .forEach(
            protocol ->
                protocol
                    .keyLabels()
                    .keySet()
                    .forEach(label -> assertTrue(keyLogs.contains(label))));
    String environment = Ran.command("help", "environment").out();
    Defaults.OPTIONS
        .keySet()
        .forEach(option -> assertTrue(environment.contains(Defaults.variable(option)), option));
  }

  @ParameterizedTest
  @CsvSource({
    "dail bitshares://127.0.0.1, there is no command 'dail'; did you mean dial?",
    "help dail, there is no command or topic 'dail'; did you mean dial?",
    "help key-log, there is no command or topic 'key-log'; did you mean key-logs?",
    "dial --timout 5s bitshares://127.0.0.1, dial has no option --timout; did you mean --timeout?",
    "dial --timout=5s bitshares://127.0.0.1, dial has no option --timout; did you mean --timeout?",
    "encode bitshare ping, there is no network 'bitshare'; did you mean bitshares",
    "encode bitcoin vresion, there is no message 'vresion' in bitcoin; did you mean version?",
    "encode bitcoin ping nonse=1, ping: no field 'nonse' here; did you mean nonce?",
    "completion bsh, there is completion for bash",
    "explain bitcoin ping pong, explain has no place for 'pong'; see peerglot help explain"
  })
  void aMistypedWordIsMet(String line, String answer) {
    Ran ran = Ran.command(line.split(" "));
    assertEquals(ExitStatus.USAGE, ran.status());
    assertEquals("", ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().startsWith("peerglot: " + answer), ran.err());
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    Map<String, String> usual = Map.of("LANG", "C.UTF-8", "TERM", "xterm");
    assertTrue(Ran.run(usual, 80, "explain", "bitcoin").out().contains("\u001b[1m"));
    for (Map<String, String> other : List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
      assertFalse(Ran.run(other, 80, "explain", "bitcoin").out().contains("\u001b"));
      assertTrue(
          Ran.run(other, 80, "explain", "--color=always", "bitcoin").out().contains("\u001b[1m"));
    }
    assertFalse(Ran.run(usual, 80, "explain", "--color=never", "bitcoin").out().contains("\u001b"));
    assertTrue(Ran.run(usual, 80, "--color=always", "help").out().contains("\u001b[1m"));
  }

  @Test
  void terminalsWithoutUtf8GetAscii() {
    String frame = "f9beb4d976657261636b000000000000000000005df6e0e2";
    assertTrue(
        Ran.run(Map.of("LANG", "de_DE.ISO-8859-1"), 80, "help").out().matches("\\A\\p{ASCII}*\\z"));
    assertTrue(Ran.run(Map.of(), 80, "decode", frame).out().matches("\\A\\p{ASCII}*\\z"));
    assertTrue(Ran.run(Map.of("LC_ALL", "C.UTF-8", "LANG", "C"), 80, "help").out().contains("…"));
  }
}
