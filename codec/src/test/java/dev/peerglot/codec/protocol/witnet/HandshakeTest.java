// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames of one connection: good ones, bad ones, and what is left behind a hole. */
class HandshakeTest {
  private static final String GET_PEERS = "0000000708cc5312021a00";
  private static final String VERACK = "0000000708cc5312021200";
  private static final String REQUEST = "0000000d08cc5312083a060a041883f11a";

  private final Transcript transcript =
      new Transcript(new Handshake(Networks.DEVELOPMENT), Limits.DEFAULT);

  private HandshakeTest feed(String hex) {
    transcript.feed(Side.DIALER, Hex.parse(hex));
    return this;
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
    return events;
  }

  private List<String> told() {
    return events().stream()
        .map(
            event ->
                switch (event) {
                  case Event.Message m ->
                      m.at()
                          + "+"
                          + m.size()
                          + " "
                          + m.kind().name()
                          + (m.fault() == null ? "" : " ! " + m.fault().why());
                  case Event.Broken b ->
                      b.at()
                          + "+"
                          + b.size()
                          + " "
                          + b.fault().blame().word()
                          + ": "
                          + b.fault().why();
                  case Event.Phase p -> p.step().name();
                  case Event.Closed c -> "closed";
                })
        .toList();
  }

  private Balance balance() {
    return transcript.balance(Side.DIALER);
  }

  @Test
  void framesFollowEachOtherInAnyCuts() {
    String all = VERACK + GET_PEERS + REQUEST;
    for (int i = 0; i < all.length(); i += 2) {
      feed(all.substring(i, i + 2));
    }
    transcript.end(Side.DIALER, true);
    assertEquals(
        List.of("0+11 Verack", "11+11 GetPeers", "22+17 InventoryRequest", "closed"), told());
    assertEquals(new Balance(39, 39, 0, 0), balance());
  }

  @Test
  void aHandshakeIsOverWhenBothHaveSaidBoth() {
    String version = Hex.of(Framing.frame(10700, "1", new byte[0]));
    feed(version);
    transcript.feed(Side.LISTENER, Hex.parse(VERACK + version));
    assertEquals(3, told().size());
    feed(VERACK);
    assertEquals(List.of("11+11 Verack", "consolidated"), told());
    feed(VERACK);
    assertEquals(List.of("22+11 Verack"), told());
  }

  @Test
  void aFrameOfFourGigabytesIsRefusedBeforeAnythingIsKept() {
    feed(VERACK + "ffffffff" + "08cc53120212");
    assertEquals(
        List.of(
            "0+11 Verack",
            "11+10 limit: a frame of 4294967295 bytes is above the limit of 16777216"),
        told());
    feed(VERACK);
    transcript.end(Side.DIALER, true);
    assertEquals(List.of("closed"), told());
    assertEquals(new Balance(32, 11, 21, 0), balance());
  }

  @Test
  void aLengthBeyondTheStreamIsToldAtItsEnd() {
    feed(VERACK + "00000100" + "08cc5312");
    assertEquals(List.of("0+11 Verack"), told());
    transcript.end(Side.DIALER, true);
    assertEquals(List.of("11+8 peer: the stream ends here, inside a frame", "closed"), told());
    assertEquals(new Balance(19, 11, 8, 0), balance());
  }

  @Test
  void framesWithoutACommandAreTold() {
    feed(VERACK + "00000000" + VERACK + "0000000308cc53" + VERACK + "0000000508cc531200" + VERACK);
    List<String> told = told();
    assertEquals(7, told.size());
    assertEquals(
        "11+4 peer: a frame that cannot be read: a message without a command (at byte 0)",
        told.get(1));
    assertTrue(told.get(3).endsWith("a message without a command (at byte 0)"), told.get(3));
    assertTrue(told.get(5).endsWith("an empty command (at byte 5)"), told.get(5));
    assertEquals(new Balance(64, 44, 20, 0), balance());
  }

  @Test
  void wrongWireTypesAreTold() {
    feed(VERACK + "0000000508cc531007" + VERACK + "00000006" + "0a00" + "12021a00" + VERACK);
    List<String> told = told();
    assertTrue(told.get(1).contains("kind: is varint where length-delimited belongs"), told.get(1));
    assertTrue(told.get(3).contains("magic: is length-delimited where varint"), told.get(2));
    assertEquals("41+11 Verack", told.getLast());
    feed("0000000708cc5312021001");
    assertTrue(told().getFirst().contains("kind: is varint"));
  }

  @Test
  void aWrongWireTypeInsideACommandIsAFaultOfItsBody() {
    feed("0000000908cc531204" + "22020801");
    Event.Message message = (Event.Message) events().getFirst();
    assertNull(message.fault());
    try {
      message.kind().type().walk(new In(message.body()), Deaf.SINK);
      throw new AssertionError("read");
    } catch (Malformed e) {
      assertEquals("peers: is varint where length-delimited belongs (at byte 0)", e.line());
    }
  }

  @Test
  void groupsNestedTooDeepAreTold() {
    Out body = new Out().bytes(Hex.parse("08cc53"));
    for (int i = 0; i < 120; i++) {
      body.u8(0x1b);
    }
    for (int i = 0; i < 120; i++) {
      body.u8(0x1c);
    }
    Out frame = new Out().u32be(body.size() + 4).bytes(body.toBytes()).bytes(Hex.parse("12021a00"));
    feed(Hex.of(frame.toBytes()));
    assertTrue(told().getFirst().contains("groups nested more than 100 levels deep"));
  }

  @Test
  void anUnknownCommandKeepsItsBytes() {
    feed("0000000a08cc5312056203abcdef");
    Event.Message message = (Event.Message) events().getFirst();
    assertEquals("12", message.kind().name());
    assertEquals("abcdef", Hex.of(message.body()));
  }

  @Test
  void whatIsOddBesideTheCommandIsToldWithIt() {
    feed("0000000b08cc5312021a00" + "18011807".substring(0, 8));
    assertEquals(
        List.of("0+15 GetPeers ! the frame also holds unknown field 3; unknown field 3"), told());
  }

  @Test
  void theLastOfTwoCommandsCounts() {
    feed("0000000908cc53120412001a00");
    assertEquals(List.of("0+13 GetPeers ! the frame also holds another command 2"), told());
  }

  @Test
  void aNodeBeforeTwoIsToldByItsMagic() {
    feed("0000000808edbf0212021200");
    Event.Message message = (Event.Message) events().getFirst();
    assertEquals("Verack", message.kind().name());
    assertEquals(
        new Fault(
            Fault.Blame.PEER,
            "magic 40941 instead of 10700: a node before 2.0",
            Handshake.MAGIC,
            0),
        message.fault());
    Transcript old =
        new Transcript(new Handshake(Networks.speaking(Networks.MAIN, 0x9fed)), Limits.DEFAULT);
    old.feed(Side.DIALER, Hex.parse("0000000808edbf0212021200"));
    assertNull(((Event.Message) old.poll()).fault());
  }

  @Test
  void framesAreFoundAgainBehindAHole() {
    feed(VERACK + REQUEST.substring(0, 20));
    transcript.hole(Side.DIALER, 100);
    feed("1a00ffee" + "0000000708" + GET_PEERS + VERACK);
    transcript.end(Side.DIALER, true);
    assertEquals(
        List.of(
            "0+11 Verack",
            "11+10 capture: 100 bytes are missing inside or behind this frame",
            "121+9 capture: the rest of a frame whose beginning is missing",
            "130+11 GetPeers",
            "141+11 Verack",
            "closed"),
        told());
    assertEquals(new Balance(52, 33, 19, 100), balance());
  }

  @Test
  void aCaptureThatBeginsInTheMiddleIsReadFromTheNextFrameOn() {
    feed("83f11a" + "ff".repeat(30) + GET_PEERS);
    assertEquals(List.of("0+33 peer: no frame begins here", "33+11 GetPeers"), told());
  }

  @Test
  void garbageIsToldAtOnceAndTheRestAtTheEnd() {
    feed(Hex.of("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertEquals(1, told().size());
    feed("ff".repeat(100));
    assertEquals(List.of(), told());
    transcript.end(Side.DIALER, true);
    assertEquals(2, told().size());
    Balance balance = balance();
    assertEquals(118, balance.captured());
    assertEquals(118, balance.undecoded());
  }

  @Test
  void whatIsSealedIsWhatIsRead() {
    byte[] frame = Framing.frame(10700, "7", Hex.parse("0a041883f11a"));
    assertEquals(REQUEST, Hex.of(frame));
    assertEquals("0000000412021a00", Hex.of(Framing.frame(0, "3", new byte[0])));
  }
}
