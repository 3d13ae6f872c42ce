// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README and the pages of {@code docs/} show below a command is what the command prints,
 * letter by letter: on a terminal of 100 columns, or in the pipe that is shown. A line {@code …}
 * stands for lines left out. Commands that are shown without output, or that talk to peers, are not
 * run.
 */
final class ShownOutputTest {
  private static final int COLUMNS = 100;
  private static final Map<String, String> PLACE = Map.of("LANG", "C.UTF-8", "NO_COLOR", "1");
  private static final String LEFT_OUT = "…";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final List<String> OFFLINE = List.of("decode", "encode", "explain");
  private static final Path ROOT = Path.of(System.getProperty("peerglot.root"));

  @TempDir private Path folder;

  private record Shown(String page, String command, List<String> output) {}

  @TestFactory
  Stream<DynamicTest> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      List<Path> texts = new ArrayList<>(List.of(ROOT.resolve("README.md")));
      pages.filter(page -> page.toString().endsWith(".md")).sorted().forEach(texts::add);
      for (Path page : texts) {
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
          commands(page.getFileName().toString(), block.group(1), all);
        }
      }
    }
    assertFalse(all.isEmpty());
    return all.stream()
        .map(
            shown ->
                DynamicTest.dynamicTest(shown.page + ": " + shown.command, () -> check(shown)));
  }

  /** The commands of a block that have output. A command goes on below a bar or an open quote. */
  private static void commands(String page, String block, List<Shown> all) {
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); ) {
      if (!lines.get(i).startsWith("$ ")) {
        i++;
        continue;
      }
      StringBuilder command = new StringBuilder(lines.get(i++).substring(2));
      while (i < lines.size() && isOpen(command.toString())) {
        command.append('\n').append(lines.get(i++));
      }
      List<String> output = new ArrayList<>();
      while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
        output.add(lines.get(i++));
      }
      String[] words = command.toString().split("\\s+");
      if (!output.isEmpty() && words[0].matches("(\\./)?peerglot") && OFFLINE.contains(words[1])) {
        all.add(new Shown(page, command.toString(), output));
      }
    }
  }

  private static boolean isOpen(String command) {
    return command.stripTrailing().endsWith("|")
        || command.chars().filter(c -> c == '\'').count() % 2 == 1;
  }

  private void check(Shown shown) throws IOException, InterruptedException {
    int bar = bar(shown.command);
    String[] words = words(bar < 0 ? shown.command : shown.command.substring(0, bar));
    String printed;
    if (bar < 0) {
      Ran ran = Ran.run(PLACE, COLUMNS, words);
      printed = ran.out() + ran.err();
    } else {
      printed = piped(Ran.command(words).out(), shown.command.substring(bar + 1));
    }
    compare(shown.output, printed.lines().toList());
  }

  /** Where the first bar outside of quotes is. */
  private static int bar(String command) {
    boolean quoted = false;
    for (int i = 0; i < command.length(); i++) {
      quoted ^= command.charAt(i) == '\'';
      if (command.charAt(i) == '|' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      words.add(word.startsWith("docs/") ? ROOT.resolve(word).toString() : word);
    }
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  private String piped(String text, String command) throws IOException, InterruptedException {
    String program = command.strip().split("\\s")[0];
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
        program + " is not installed: what is shown behind it is not checked");
    Path input = Files.writeString(folder.resolve("printed"), text, StandardCharsets.UTF_8);
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectInput(input.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command);
    return printed;
  }

  private static void compare(List<String> shown, List<String> printed) {
    int from = 0;
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).equals(LEFT_OUT)) {
        if (i == shown.size() - 1) {
          assertTrue(from < printed.size(), "nothing is left out at the end");
          return;
        }
        int next = printed.subList(from, printed.size()).indexOf(shown.get(i + 1));
        assertTrue(next > 0, () -> "no such line behind what is left out; printed:\n" + printed);
        from += next;
      } else {
        assertTrue(from < printed.size(), "more is shown than printed");
        assertEquals(shown.get(i), printed.get(from++));
      }
    }
    assertEquals(printed.size(), from, () -> "more is printed than shown:\n" + printed);
  }
}
