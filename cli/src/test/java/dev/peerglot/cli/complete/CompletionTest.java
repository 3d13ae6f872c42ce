// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.cli.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion scripts in the shells that they are for; a shell that is absent is skipped. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CompletionTest {
  private static final String BASH =
      """
      source "$1"
      COMP_LINE=$2
      COMP_POINT=${#COMP_LINE}
      _peerglot
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  /** Presses Tab at the end of a line in a terminal of its own, then runs what stands there. */
  private static final String ZSH =
      """
      zmodload zsh/zpty
      zpty -b z zsh -f -i
      zpty -w z 'PS1=""; PROMPT_EOL_MARK=""; autoload -Uz compinit; compinit -D -u'
      zpty -w z "source '$1'; "'peerglot() { print -r -- "GOT<$*>END"; }; print READY'
      zpty -r z out '*READY*READY*'
      zpty -n -w z "$2"$'\\t\\n'
      zpty -r z out '*GOT<*>END*'
      print -r -- ${${out##*GOT<}%%>END*}
      zpty -d z
      """;

  private static final String FISH = "source $argv[1]; complete -C $argv[2]";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dia | dial",
        "dial --tim | --timeout",
        "dial bitshares-t | bitshares-testnet://",
        "decode --as witnet-t | witnet-testnet",
        "--color al | always",
        "send bitshares://127.0.0.1:1 hel | hello_message",
        "send --timeout 5s bitshares://127.0.0.1:1 hel | hello_message",
        "encode bitcoin ping no | nonce=",
        "encode bitshares connection_rejected --json reason_c | reason_code=",
        "explain bitcoin vers | version",
        "help key-l | key-logs",
        "completion fi | fish"
      })
  void theSameWordsInEveryShell(String typed, String expected) throws Exception {
    List<String> shells = new ArrayList<>();
    for (String shell : Scripts.SHELLS) {
      if (there(shell)) {
        shells.add(shell);
        assertEquals(expected, complete(shell, "peerglot " + typed), shell);
      }
    }
    assumeTrue(!shells.isEmpty(), "SKIPPED: neither bash nor zsh nor fish is installed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theWordsOfANumberFollowItsField(String shell) throws Exception {
    assumeTrue(there(shell), "SKIPPED: " + shell + " is not installed");
    String found =
        complete(shell, "peerglot encode bitshares connection_rejected reason_code=different_c");
    // Bash replaces only what stands behind the sign.
    assertEquals((shell.equals("bash") ? "" : "reason_code=") + "different_chain", found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void filesAreOfferedWhereFilesBelong(String shell) throws Exception {
    assumeTrue(there(shell), "SKIPPED: " + shell + " is not installed");
    Path file = Files.writeString(folder.resolve("capture.pcapng"), "");
    assertEquals(file.toString(), complete(shell, "peerglot decode --json " + folder + "/capt"));
    assertEquals(file.toString(), complete(shell, "peerglot decode --keys " + folder + "/capt"));
  }

  @Test
  void everyScriptHasEveryMessage() {
    for (String shell : Scripts.SHELLS) {
      String script = Ran.command("completion", shell).out();
      assertTrue(script.contains("current_time_request_message"), shell);
      assertTrue(script.contains("getcfcheckpt"), shell);
    }
  }

  /** The one word that Tab gives, without what it is for. */
  private String complete(String shell, String line) throws Exception {
    Path script = folder.resolve(Scripts.file(shell));
    if (!Files.exists(script)) {
      Files.writeString(script, Scripts.of(shell));
    }
    String at = script.toString();
    String said =
        switch (shell) {
          case "bash" -> run("bash", "--norc", "-c", BASH, "bash", at, line);
          case "zsh" -> run("zsh", "-f", "-c", ZSH, "zsh", at, line);
          default -> run("fish", "--no-config", "-c", FISH, at, line);
        };
    String word = said.lines().findFirst().orElse("").replaceAll("\t.*", "");
    assertEquals(1, said.lines().count(), said);
    if (shell.equals("zsh")) {
      word = word.substring(word.lastIndexOf(' ') + 1);
    } else if (shell.equals("bash") && word.startsWith("//")) {
      word = line.substring(line.lastIndexOf(' ') + 1) + word;
    }
    return word;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(Arrays.asList(command))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "does not end: " + List.of(command));
      return Files.readString(out, StandardCharsets.UTF_8).strip();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static boolean there(String shell) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
  }
}
