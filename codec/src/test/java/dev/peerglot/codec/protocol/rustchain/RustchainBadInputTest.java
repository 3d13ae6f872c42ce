// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.view.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustchainBadInputTest {
  private static final String GOOD = "{\"GetBlocks\":{\"addr_from\":\"127.0.0.1:2003\"}}";
  private static final Limits LIMITS = Limits.DEFAULT;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Transcript transcript() {
    return new Transcript(new Handshake(), LIMITS);
  }

  private static List<Event> events(Transcript transcript) {
    List<Event> events = new ArrayList<>();
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
    return events;
  }

  private static List<String> shown(byte[] stream, int step) {
    Transcript transcript = transcript();
    for (int at = 0; at < stream.length; at += step) {
      transcript.feed(Side.DIALER, stream, at, Math.min(step, stream.length - at));
    }
    transcript.end(Side.DIALER, true);
    List<String> lines = new ArrayList<>();
    for (Event event : events(transcript)) {
      switch (event) {
        case Event.Message message ->
            lines.add(message.at() + "+" + message.size() + " " + message.kind().name());
        case Event.Broken broken ->
            lines.add(broken.at() + "+" + broken.size() + " " + broken.fault().line());
        default -> {}
      }
    }
    Balance balance = transcript.balance(Side.DIALER);
    lines.add(balance.decoded() + " of " + balance.captured());
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}}{\"x\"|44+2 an object without the name of a message (at byte 44)|44 of 51",
        "{\"version\":{}}{}|44+14 unknown variant 'version' (at byte 45)|44 of 60",
        "' hello'|45+1 no JSON object begins here (at byte 45)|45 of 50",
        "{\"Tx\":{]}|44+8 expected a member's name in quotes or }, not ']' (at byte 51)|44 of 53",
        "{\"Tx\":{|44+7 the stream ends inside of a value (at byte 44)|44 of 51",
        "{\"Tx\":1,\"Inv\":2}|44+16 a second key behind the message (at byte 51)|44 of 60",
        "[1]|44+1 no JSON object begins here (at byte 44)|44 of 47",
      })
  void whatWasGoodStaysAndTheRestIsNamed(String bad, String line, String balance) {
    byte[] stream = utf8(GOOD + bad);
    List<String> whole = shown(stream, stream.length);
    assertEquals(List.of("0+44 GetBlocks", line, balance), whole);
    for (int step : new int[] {1, 3, 44, 45}) {
      assertEquals(whole, shown(stream, step), "in pieces of " + step);
    }
  }

  @Test
  void valuesBackToBackWithAndWithoutSpace() {
    byte[] stream = utf8(" \n" + GOOD + GOOD + "\t\r\n " + GOOD + "\n\n");
    for (int step : new int[] {1, 2, 5, stream.length}) {
      assertEquals(
          List.of("2+44 GetBlocks", "46+44 GetBlocks", "94+44 GetBlocks", "140 of 140"),
          shown(stream, step));
    }
    assertEquals(List.of("3 of 3"), shown(utf8(" \n\t"), 1), "white space alone is nothing");
    assertEquals(List.of("0 of 0"), shown(new byte[0], 1));
  }

  /** 100 MB that never end: given up at the limit, the rest only counted. */
  @Test
  void endlessValue() {
    Transcript transcript = transcript();
    byte[] begin = utf8("{\"Block\":{\"addr_from\":\"127.0.0.1:1\",\"block\":[");
    transcript.feed(Side.DIALER, begin);
    byte[] numbers = utf8("255,".repeat(1 << 14));
    long fed = begin.length;
    while (fed < 100_000_000) {
      transcript.feed(Side.DIALER, numbers);
      fed += numbers.length;
    }
    transcript.end(Side.DIALER, false);
    Event.Broken broken = (Event.Broken) events(transcript).getFirst();
    assertEquals(Fault.Blame.LIMIT, broken.fault().blame());
    assertEquals(Framing.LARGEST, broken.size());
    assertEquals(fed, transcript.balance(Side.DIALER).undecoded());
  }

  @Test
  void endlessWhiteSpaceWaitsForNothing() {
    Transcript transcript = transcript();
    byte[] spaces = utf8(" ".repeat(1 << 16));
    for (int i = 0; i < 1000; i++) {
      transcript.feed(Side.DIALER, spaces);
    }
    assertEquals(1000L << 16, transcript.balance(Side.DIALER).decoded());
  }

  @Test
  void tenThousandLevels() {
    for (String deep : List.of("[".repeat(10_000), "{\"a\":".repeat(10_000))) {
      List<String> lines = shown(utf8("{\"Message\":" + deep), 4096);
      assertTrue(lines.getFirst().contains("nested more than 128 levels deep"), lines.toString());
    }
  }

  private static String fault(String value) {
    return fault(utf8(value));
  }

  private static String fault(byte[] value) {
    Framing.Opened opened = Framing.open(value);
    Malformed fault = Body.write(opened.kind().type(), opened.body(), new Out());
    return fault == null ? "" : fault.line();
  }

  @Test
  void numbersBeyondTheirWidths() {
    String value = "{\"Version\":{\"addr_from\":\"127.0.0.1:1\",\"version\":1,\"best_height\":%s}}";
    assertEquals("", fault(value.formatted("18446744073709551615")));
    for (String number : List.of("18446744073709551616", "1".repeat(4000), "-1", "1e3", "\"7\"")) {
      assertTrue(fault(value.formatted(number)).startsWith("best_height: "), number);
    }
    String amount =
        "{\"SendBitCoin\":{\"addr_from\":\"127.0.0.1:1\",\"wlt_frm_addr\":\"\","
            + "\"wlt_to_addr\":\"\",\"amount\":%s}}";
    assertEquals("", fault(amount.formatted("-2147483648")));
    assertTrue(fault(amount.formatted("2147483648")).startsWith("amount: "));
  }

  @Test
  void textThatIsNoUtf8() {
    byte[] value =
        utf8(
            "{\"Message\":{\"addr_from\":\"127.0.0.1:1\",\"message_type\":\"Info\","
                + "\"message\":\"??\"}}");
    value[value.length - 4] = (byte) 0xed;
    value[value.length - 5] = (byte) 0xa0;
    assertTrue(fault(value).startsWith("message: byte 0 of the text is no UTF-8"), fault(value));
    byte[] key = utf8("{\"GetBlocks\":{\"?\":1,\"addr_from\":\"127.0.0.1:1\"}}");
    key[15] = (byte) 0xff;
    assertTrue(fault(key).startsWith("the name of a member is no UTF-8"), fault(key));
  }

  /** Lengths inside of the numbers that promise more than is there are refused, nothing is kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "32,1,2|transaction.id: needs 30 more bytes, has 2 (at byte 48)",
        "253,255,255,255,255,255,255,255,127|transaction.id: 9223372036854775807 bytes are above"
            + " the limit of 65536 (at byte 45)",
        "0,252,255,255,255,255|transaction.vin: 4294967295 items are above the limit of 1048576"
            + " (at byte 47)",
        "0,251,255,255,0|transaction.vin: 65535 items of at least 4 bytes, but 1 bytes are left"
            + " (at byte 47)",
        "0,0,255|transaction.vout: 0xff begins no number of 64 bits (at byte 49)",
        "0,0,1,253,0,0,0,0,0,0,0,0|transaction.vout[0].value: 0xfd begins no number of 32 bits"
            + " (at byte 51)",
        "0,0,1,2,7,0|transaction.vout[0].in_global_mem_pool: a truth value of 7, must be 0 or 1"
            + " (at byte 53)",
        "|transaction: needs 1 more byte, has 0 (at byte 45)",
      })
  void bincodeLengthsThatLie(String numbers, String line) {
    String body =
        "{\"addr_from\":\"127.0.0.1:2001\",\"transaction\":["
            + (numbers == null ? "" : numbers)
            + "]}";
    Malformed fault = Body.write(Messages.ALL.get("Tx").type(), utf8(body), new Out());
    String expected = numbers == null ? line.replace("transaction:", "transaction.id:") : line;
    assertEquals(expected, fault.line());
  }

  @Test
  void behindAHoleTheNextValueIsFound() {
    Transcript transcript = transcript();
    transcript.feed(Side.DIALER, utf8(GOOD + "{\"GetBlo"));
    transcript.hole(Side.DIALER, 100);
    transcript.feed(Side.DIALER, utf8("0.1:2003\"}}{\"Get"));
    transcript.feed(Side.DIALER, utf8("Blocks\":{\"addr_from\":\"127.0.0.1:2003\"}}"));
    transcript.end(Side.DIALER, true);
    List<Event> events = events(transcript);
    assertEquals(44, events.get(1).at());
    assertEquals(8, events.get(1).size());
    assertEquals(152, events.get(2).at());
    assertEquals(11, events.get(2).size());
    assertEquals(163, events.get(3).at());
    Balance balance = transcript.balance(Side.DIALER);
    assertEquals(new Balance(107, 88, 19, 100), balance);
    assertEquals(Fault.Blame.CAPTURE, ((Event.Broken) events.get(1)).fault().blame());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|false|UNDECIDED",
        "''|''|true|NO",
        "{|''|false|UNDECIDED",
        "{|''|true|NO",
        "' \n{\"Vers'|''|false|UNDECIDED",
        "{\"Verx|''|false|NO",
        "{\"Version\":{|''|false|LIKELY",
        "{\"Version\":[|''|false|LIKELY",
        "{\"Version\":5|''|false|NO",
        "{\"Version\":{\"addr_from\"|''|false|CERTAIN",
        "''|{\"Version\":{\"addr_from\"|false|CERTAIN",
        "{\"Version\":{\"addr_from\"|SSH-2.0|false|LIKELY",
        "SSH-2.0|''|false|NO",
        "{\"op_type\":\"Version\",\"data\":{|''|true|POSSIBLE",
        "{\"op_type\":\"Version\"|''|true|NO",
        "{\"jsonrpc\":\"2.0\"|''|false|NO",
      })
  void likeness(String dialer, String listener, boolean complete, Likeness.Degree degree) {
    Opening opening = new Opening(utf8(dialer), utf8(listener), 2001, complete);
    assertEquals(degree, Marks.likeness(opening).degree());
  }

  @Test
  void bareBytesThatAreSomethingElse() {
    for (String other : List.of("{\"jsonrpc\":\"2.0\"}", "hello", "{", "", "[1]")) {
      assertEquals(List.of(), Framing.bare(Networks.ANY, utf8(other)).events(), other);
    }
    List<Event> cut = Framing.bare(Networks.ANY, Arrays.copyOf(utf8(GOOD), 40)).events();
    assertEquals(1, cut.size());
    assertTrue(cut.getFirst() instanceof Event.Broken);
  }
}
