// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.LocalSwarm;
import dev.peerglot.cli.Ran;
import dev.peerglot.cli.complete.Suggestions;
import dev.peerglot.cli.complete.Vocabulary.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of the shell against peers on loopback, and what Tab offers. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ShellTest {
  @TempDir private Path folder;
  private LocalSwarm swarm;
  private String first;
  private String second;

  @BeforeEach
  void begin() throws IOException {
    swarm = new LocalSwarm("bitshares", 2);
    first = swarm.first();
    second = swarm.addresses().get(1).toString();
  }

  @AfterEach
  void end() throws IOException {
    swarm.close();
  }

  private static Ran script(String script, String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "shell";
    System.arraycopy(words, 0, all, 1, words.length);
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
    try {
      return Ran.command(all);
    } finally {
      System.setIn(usual);
    }
  }

  /** The records without what differs between two connections. */
  private static List<String> records(Ran ran, String message) {
    return ran.out()
        .lines()
        .filter(line -> line.contains("\"message\":\"" + message + "\""))
        .map(line -> line.replaceAll("\"(time|src|dst)\":\"[^\"]*\",", ""))
        .map(
            line ->
                line.replaceAll("\"at\":\\d+,|\"(request|reply)[a-z_]*_time\":\"[^\"]*\",?", ""))
        .toList();
  }

  @Test
  void aLineAndTheSameCommandGiveTheSame() {
    String line = "get_current_connections_request --until get_current_connections_reply_message";
    String answer = "get_current_connections_reply_message";
    Ran alone = Ran.command(("send " + first + " " + line).split(" "));
    Ran whole = script("send " + first + " " + line + "\n");
    Ran connected = script("connect " + first + "\nsend " + line + "\n");
    Ran given = script("send " + line + "\n", first);
    for (Ran ran : List.of(whole, connected, given)) {
      assertEquals(alone.status(), ran.status(), ran.err());
      assertEquals(records(alone, answer), records(ran, answer));
    }
    assertEquals(1, records(alone, answer).size());
    assertEquals(
        Ran.command("explain", "bitshares", "hello_message").out(),
        script("explain bitshares hello_message").out());
  }

  @Test
  void statusesAreThoseOfTheCommands() {
    String refused = "bitshares://127.0.0.1:9";
    assertEquals(ExitStatus.NOT_REACHED, script("connect " + refused).status());
    assertEquals(ExitStatus.NOT_REACHED, script("explain bitcoin\n", refused).status());
    assertEquals(
        ExitStatus.TIME_OUT,
        script("connect " + first + "\nsend address_request --until trx_message --wait 100ms")
            .status());
    assertEquals(ExitStatus.USAGE, script("conect " + first).status());
    assertEquals(ExitStatus.USAGE, script("send address_request").status());
    assertEquals(0, script("connect " + refused + "\nexit 0").status());
    assertEquals(7, script("exit 7\nnonsense").status());
  }

  @Test
  void mistypedWordsAreMet() {
    assertTrue(script("conect x").err().contains("did you mean connect?"));
    assertTrue(
        script("connect " + first + "\nsend adress_request")
            .err()
            .contains("did you mean address_request"));
    assertTrue(script("send ping").err().contains("no peer is connected"));
    assertTrue(script("send \"ping\n").err().contains("ends within a quote"));
  }

  @Test
  void severalPeersHaveTheirNumbers() {
    Ran ran =
        script(
            "connect " + first + "\nconnect " + second + "\npeers\nuse 0\npeers\nclose\npeers\n");
    assertEquals(
        List.of(
            "  #0 " + first, "* #1 " + second, "* #0 " + first, "  #1 " + second, "* #1 " + second),
        ran.lines());
    assertEquals(0, ran.status());
  }

  @Test
  void jsonMayGoOverLines() {
    Ran ran =
        script(
            """
            connect %s
            send current_time_request --until current_time_reply --body {
              "request_sent_time": "2026-01-31T12:00:00Z"
            }
            """
                .formatted(first));
    assertEquals(0, ran.status(), ran.err());
    assertFalse(records(ran, "current_time_request_message").isEmpty());
  }

  @Test
  void aWatchHidesWhatIsNotNamed() {
    Ran ran =
        script(
            "connect "
                + first
                + "\n"
                + "watch address_message\n"
                + "send current_time_request request_sent_time=2026-01-31T12:00:00Z --until"
                + " current_time_reply\n");
    assertEquals(0, ran.status(), ran.err());
    assertEquals(List.of(), records(ran, "current_time_reply_message"));
  }

  @Test
  void whatIsSavedCanBeReplayedAndWhatIsRecordedDecoded() throws IOException {
    Path saved = folder.resolve("saved.txt");
    Path traffic = folder.resolve("traffic.pcapng");
    Ran ran =
        script(
            "record "
                + traffic
                + "\nconnect "
                + first
                + "\n"
                + "send address_request --until address_message\n"
                + "nonsense\n"
                + "close\n"
                + "record off\n"
                + "save "
                + saved);
    assertEquals(ExitStatus.USAGE, ran.status());
    String text = Files.readString(saved);
    assertTrue(text.contains("\nsend address_request --until address_message\n"), text);
    assertFalse(text.contains("nonsense"));
    assertTrue(
        Ran.command("decode", traffic.toString()).out().contains("\"message\":\"hello_message\""));
    Ran again = script(text);
    assertEquals(0, again.status(), again.err());
    assertFalse(records(again, "address_message").isEmpty());
  }

  private static List<String> offered(String network, String current, String... before) {
    return Suggestions.of(List.of(before), current, network, Dialogue.WORDS).words().stream()
        .map(Word::text)
        .toList();
  }

  @Test
  void tabOffersWhatFits() {
    assertTrue(offered("", "").containsAll(List.of("connect", "dial", "explain", "save")));
    assertTrue(offered("", "", "connect").contains("bitshares://"));
    assertTrue(offered("bitcoin", "", "send").contains("version"));
    assertTrue(offered("", "", "send").contains("bitcoin://"));
    assertEquals(List.of("nonce="), offered("bitcoin", "", "send", "ping"));
    assertEquals(List.of("nonce="), offered("", "", "send", "bitcoin://h", "ping"));
    assertEquals(List.of("nonce="), offered("bitcoin", "", "send", "--wait", "1s", "ping"));
    assertTrue(offered("bitcoin", "services=", "send", "version").contains("services=NETWORK"));
    List<String> more = offered("bitcoin", "services=NETWORK|", "send", "version");
    assertTrue(more.contains("services=NETWORK|WITNESS"), more.toString());
    assertFalse(more.contains("services=NETWORK|NETWORK"), more.toString());
    assertEquals(
        List.of("inventory=[{\"type\": \"TX\", \"hash\": "),
        offered("bitcoin", "inventory=[{\"type\": \"TX\", ", "send", "getdata"));
    assertTrue(
        offered("bitcoin", "inventory=[{\"type\": ", "send", "getdata")
            .contains("inventory=[{\"type\": \"WITNESS_TX\""));
    assertEquals(
        List.of("{\"announce\": ", "{\"version\": "),
        offered("bitcoin", "{", "send", "sendcmpct", "--body"));
    assertTrue(
        offered("bitshares", "reason_code=", "send", "connection_rejected")
            .contains("reason_code=different_chain"));
    assertTrue(offered("bitcoin", "", "send", "ping", "--until").contains("pong"));
    assertTrue(offered("bitcoin", "--", "send").contains("--until"));
    assertTrue(offered("bitcoin", "", "explain").containsAll(List.of("version", "witnet")));
    assertTrue(Suggestions.of(List.of("save"), "", "", Dialogue.WORDS).files());
  }

  @Test
  void theWordAtTheCursorIsTheOneThatIsReplaced() {
    Typed typed = Typed.of("send ping non and more", 13);
    assertEquals(List.of("send", "ping", "non"), typed.words());
    assertEquals("non", typed.word());
    assertEquals(2, typed.wordIndex());
    assertEquals(List.of("send", ""), Typed.of("send ", 5).words());
    assertEquals(List.of(""), Typed.of("", 0).words());
  }
}
