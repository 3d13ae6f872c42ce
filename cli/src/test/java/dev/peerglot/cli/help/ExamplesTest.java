// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.LocalSwarm;
import dev.peerglot.cli.Ran;
import dev.peerglot.cli.command.Examples;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.codec.session.PeerAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the help does what it says: runs, ends with 0 and prints something. The peers
 * are those of a swarm on loopback, the files are in a folder of the test; examples run in the
 * order of the commands, so that {@code map} reads what {@code crawl} wrote.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ExamplesTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Path ROOT = Path.of(System.getProperty("peerglot.root"));

  @TempDir private Path folder;
  private LocalSwarm swarm;

  @BeforeEach
  void begin() throws IOException {
    swarm = new LocalSwarm("bitshares", 3);
    Files.writeString(
        folder.resolve("session.txt"), "dial " + swarm.first() + "\nexplain bitcoin ping\n");
  }

  @AfterEach
  void end() throws IOException {
    swarm.close();
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return Verbs.names().stream()
        .flatMap(
            name ->
                Stream.concat(
                    Stream.of(DynamicTest.dynamicTest(name + " has some", () -> count(name))),
                    Examples.of(name).stream()
                        .map(
                            example ->
                                DynamicTest.dynamicTest(
                                    example.line(), () -> run(example.line())))));
  }

  private static void count(String command) {
    int least = command.equals("demo") ? 1 : 2; // the demo takes half a minute
    assertTrue(Examples.of(command).size() >= least, command + " has too few examples");
  }

  private void run(String line) throws IOException {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? place(matcher.group(2)) : matcher.group(1));
    }
    assertEquals("peerglot", words.removeFirst());
    String output = redirected(words, ">");
    String input = redirected(words, "<");
    InputStream usual = System.in;
    byte[] typed = input == null ? new byte[0] : Files.readAllBytes(Path.of(input));
    System.setIn(new ByteArrayInputStream(typed));
    Ran ran;
    try {
      ran = Ran.command(words.toArray(String[]::new));
    } finally {
      System.setIn(usual);
    }
    assertEquals(0, ran.status(), () -> line + "\n" + ran.err());
    boolean silent = words.getFirst().equals("listen") || words.getFirst().equals("shell");
    assertFalse(!silent && (ran.out() + ran.err()).isBlank(), line);
    if (output != null) {
      Files.writeString(Path.of(output), ran.out(), StandardCharsets.UTF_8);
    }
  }

  private static String redirected(List<String> words, String sign) {
    int at = words.indexOf(sign);
    if (at < 0) {
      return null;
    }
    String file = words.get(at + 1);
    words.subList(at, at + 2).clear();
    return file;
  }

  /** The word with the test's own peers and folder in it. */
  private String place(String word) {
    if (word.startsWith("docs/samples/")) {
      return ROOT.resolve(word).toString();
    }
    if (word.equals(".")) {
      return folder.toString();
    }
    if (word.matches("[\\w-]+\\.(jsonl|dot|pcapng|key|txt|md|bash|fish)|_peerglot")) {
      return folder.resolve(word).toString();
    }
    for (int i = 0; i < swarm.addresses().size(); i++) {
      PeerAddress address = swarm.addresses().get(i);
      String host = "127.16.0." + (i + 1);
      if (word.equals("bitshares://" + host)) {
        return address.toString();
      }
      if (word.startsWith(host + ":")) {
        return address.endpoint();
      }
    }
    return word;
  }
}
