// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.view.Body;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The session and the frames that an independent implementation computed. */
class BitsharesVectorsTest {
  private static final byte[] DIALER_PUBLIC =
      Hex.parse("034f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa");
  private static final byte[] LISTENER_PUBLIC =
      Hex.parse("02466d7fcae563e5cb09a0d1870bb580344804617879a14949cf22285f1bae3f27");

  private static List<String[]> lines(String name) {
    String path = "/vectors/bitshares/" + name;
    try (InputStream in = BitsharesVectorsTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Secrets secrets(byte[] publicKey, String digit) {
    Secrets secrets = new Secrets();
    secrets.add(Keys.EPHEMERAL, publicKey, Hex.parse(digit.repeat(32)));
    return secrets;
  }

  private static List<Event> events(Transcript transcript) {
    List<Event> events = new ArrayList<>();
    for (Event e = transcript.poll(); e != null; e = transcript.poll()) {
      events.add(e);
    }
    return events;
  }

  @Test
  void sessionOpensWithEitherEndsKey() {
    for (Secrets secrets : List.of(secrets(DIALER_PUBLIC, "11"), secrets(LISTENER_PUBLIC, "22"))) {
      Transcript transcript = new Transcript(new Handshake(secrets), Limits.DEFAULT);
      transcript.feed(Side.DIALER, DIALER_PUBLIC);
      transcript.feed(Side.LISTENER, LISTENER_PUBLIC);
      events(transcript);
      for (String[] line : lines("session.txt")) {
        Side side = Side.valueOf(line[0].toUpperCase(Locale.ROOT));
        transcript.feed(side, Hex.parse(line[3]));
        Event.Message message = (Event.Message) events(transcript).getFirst();
        byte[] plain = Hex.parse(line[2]);
        assertEquals(line[1], message.kind().code());
        assertEquals(plain.length, message.size());
        assertEquals(
            line[2], Hex.of(Framing.frame(line[1], message.body())), message.kind().name());
        assertNull(Body.write(message.kind().type(), message.body(), new Out()));
      }
      transcript.end(Side.DIALER, true);
      assertEquals(0, transcript.balance(Side.DIALER).undecoded());
      assertEquals(0, transcript.balance(Side.LISTENER).undecoded());
    }
  }

  @Test
  void sealingGivesTheSameBytes() {
    Transcript transcript =
        new Transcript(new Handshake(secrets(DIALER_PUBLIC, "11")), Limits.DEFAULT);
    transcript.feed(Side.LISTENER, LISTENER_PUBLIC);
    transcript.feed(Side.DIALER, DIALER_PUBLIC);
    for (String[] line : lines("session.txt")) {
      Side side = Side.valueOf(line[0].toUpperCase(Locale.ROOT));
      byte[] plain = Hex.parse(line[2]);
      byte[] body = ((Event.Message) Framing.bare(Networks.MAIN, plain).events().getFirst()).body();
      byte[] sealed =
          transcript.seal(side, new Outgoing.Message(Messages.ALL.ofCode(line[1]), body));
      assertEquals(line[3], Hex.of(sealed));
    }
  }

  @Test
  void hellosAreSigned() {
    Transcript transcript =
        new Transcript(new Handshake(secrets(DIALER_PUBLIC, "11")), Limits.DEFAULT);
    transcript.feed(Side.DIALER, DIALER_PUBLIC);
    transcript.feed(Side.LISTENER, LISTENER_PUBLIC);
    lines("session.txt").stream()
        .limit(2)
        .forEach(
            line ->
                transcript.feed(
                    Side.valueOf(line[0].toUpperCase(Locale.ROOT)), Hex.parse(line[3])));
    List<Event> seen =
        events(transcript).stream()
            .filter(e -> e instanceof Event.Phase p && p.step() instanceof Handshake.HelloSeen)
            .toList();
    assertEquals(2, seen.size());
    for (Event e : seen) {
      assertEquals(true, ((Event.Phase) e).step().facts().get("valid"));
    }
  }

  @Test
  void withoutAKeyTheBytesAreCountedAndTheKeyIsNamed() {
    Transcript transcript = new Transcript(new Handshake(new Secrets()), Limits.DEFAULT);
    transcript.feed(Side.DIALER, DIALER_PUBLIC);
    transcript.feed(Side.LISTENER, LISTENER_PUBLIC);
    byte[] cipher = Hex.parse(lines("session.txt").getFirst()[3]);
    transcript.feed(Side.DIALER, cipher);
    transcript.end(Side.DIALER, true);
    Event.Broken broken =
        (Event.Broken)
            events(transcript).stream().filter(e -> e instanceof Event.Broken).findFirst().get();
    assertEquals(dev.peerglot.codec.session.Fault.Blame.KEYS, broken.fault().blame());
    assertEquals(cipher.length, broken.size());
    assertTrue(broken.fault().why().contains(Hex.of(LISTENER_PUBLIC)));
    assertEquals(cipher.length, transcript.balance(Side.DIALER).undecoded());
    assertEquals(33, transcript.balance(Side.DIALER).decoded());
  }

  @Test
  void everyFrameDecodesAndComesBack() {
    List<String[]> frames = lines("frames.txt");
    assertTrue(frames.size() >= 15);
    for (String[] line : frames) {
      Bare bare = Framing.bare(Networks.MAIN, Hex.parse(line[1]));
      assertTrue(bare.certain());
      Event.Message message = (Event.Message) bare.events().getFirst();
      assertEquals(line[0], message.kind().code());
      assertNull(
          Body.write(message.kind().type(), message.body(), new Out()), message.kind().name());
      assertEquals(line[1], Hex.of(Framing.frame(line[0], message.body())));
    }
  }
}
