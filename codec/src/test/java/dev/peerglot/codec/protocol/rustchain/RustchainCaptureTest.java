// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A recording of four nodes and a peer written by hand, held against an independent decoding. */
class RustchainCaptureTest {
  private static final List<Connection> CONNECTIONS = new ArrayList<>();
  private static Source truth;

  /** One connection: its bytes in their cuts, and what a transcript made of them. */
  private static final class Connection {
    private final String dialer;
    private final Transcript transcript =
        new Transcript(
            new RustchainProtocol().machine(Networks.ANY, new Secrets()), Limits.DEFAULT);
    private final Out said = new Out();
    private final Out back = new Out();
    private final List<Event> events = new ArrayList<>();

    private Connection(String dialer) {
      this.dialer = dialer;
    }

    private void poll() {
      for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
        events.add(event);
      }
    }
  }

  private static final class Sink implements StreamSink {
    private final Map<Long, Connection> open = new TreeMap<>();

    private static Side side(boolean fromDialer) {
      return fromDialer ? Side.DIALER : Side.LISTENER;
    }

    @Override
    public void opened(TcpStream stream) {
      open.put(stream.number(), new Connection(stream.dialer().text()));
    }

    @Override
    public void data(
        TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long nanos) {
      Connection connection = open.get(stream.number());
      (fromDialer ? connection.said : connection.back).bytes(buffer, offset, length);
      connection.transcript.feed(side(fromDialer), buffer, offset, length);
      connection.poll();
    }

    @Override
    public void gap(TcpStream stream, boolean fromDialer, long bytes, long nanos) {
      open.get(stream.number()).transcript.hole(side(fromDialer), bytes);
    }

    @Override
    public void closed(TcpStream stream, boolean fromDialer, Ending ending, long nanos) {
      Connection connection = open.get(stream.number());
      connection.transcript.end(side(fromDialer), ending == Ending.FINISHED);
      connection.poll();
    }
  }

  @BeforeAll
  static void read() throws IOException {
    Path folder = Path.of(System.getProperty("peerglot.root", "."), "../shared/captures");
    Path file = folder.resolve("rustchain.pcap");
    assumeTrue(Files.exists(file), "SKIPPED: there is no " + file);
    Sink sink = new Sink();
    new Traffic(sink, CaptureLimits.standard()).drain(Capture.open(file));
    CONNECTIONS.addAll(sink.open.values());
    truth = JsonSource.parse(Files.readString(folder.resolve("rustchain.truth.json")));
  }

  private static Source expected(int connection) {
    return truth.field("connections").item(connection);
  }

  private static String json(Event.Message message) {
    Out out = new Out();
    assertEquals(null, Body.write(message.kind().type(), message.body(), out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void everyValueOfEveryConnectionIsThere() {
    assertEquals(truth.field("connections").size(), CONNECTIONS.size());
    int faults = 0;
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      Connection connection = CONNECTIONS.get(i);
      Source list = expected(i).field("messages");
      assertEquals(expected(i).field("dialer").text(), connection.dialer);
      List<Event> found =
          connection.events.stream().filter(e -> !(e instanceof Event.Closed)).toList();
      assertEquals(list.size(), found.size(), "connection " + i);
      long at = 0;
      for (int k = 0; k < list.size(); k++) {
        Source want = list.item(k);
        if (want.field("offset") != null) {
          at = want.field("offset").whole().longValue();
        }
        assertEquals(at, found.get(k).at(), "connection " + i);
        if (want.field("malformed") != null) {
          Event.Broken broken = (Event.Broken) found.get(k);
          assertEquals(want.field("bytes_left").whole().longValue(), broken.size());
          assertEquals(Fault.Blame.PEER, broken.fault().blame());
          faults++;
        } else {
          at += compare(want, (Event.Message) found.get(k), connection.said.toBytes());
        }
      }
    }
    assertEquals(2, faults);
  }

  private static long compare(Source want, Event.Message found, byte[] stream) {
    assertEquals(want.field("variant").text(), found.kind().name());
    assertEquals(want.field("bytes").whole().longValue(), found.size());
    int from = (int) found.at();
    byte[] value = Arrays.copyOfRange(stream, from, from + (int) found.size());
    assertEquals(want.field("sha256").text(), Hex.of(Sha256.of(value)).substring(0, 16));
    Source fields = JsonSource.parse(json(found));
    for (String name : want.names()) {
      if (fields.field(name) != null && fields.field(name).kind() == Source.Kind.TEXT) {
        assertEquals(want.field(name).text(), fields.field(name).text(), name);
      }
    }
    switch (found.kind().name()) {
      case "Block" -> block(want.field("block"), fields.field("block"));
      case "Tx" -> transaction(want.field("transaction"), fields.field("transaction"));
      case "Inv" -> {
        Source items = fields.field("items");
        assertEquals(want.field("items").size(), items.size());
        for (int i = 0; i < items.size(); i++) {
          assertEquals(want.field("items").item(i).text(), items.item(i).text());
        }
      }
      case "KnownNodes" -> assertEquals(want.field("nodes").size(), fields.field("nodes").size());
      case "GetData" -> assertEquals(want.field("id").text(), fields.field("id").text());
      default -> {}
    }
    return found.size();
  }

  private static void block(Source want, Source found) {
    long millis = want.field("timestamp").whole().longValue();
    assertEquals(
        java.time.Instant.ofEpochMilli(millis),
        java.time.Instant.parse(found.field("timestamp").text()));
    assertEquals(want.field("prev").text(), found.field("pre_block_hash").text());
    assertEquals(want.field("hash").text(), found.field("hash").text());
    assertEquals(want.field("nonce").whole(), found.field("nonce").whole());
    assertEquals(want.field("height").whole(), found.field("height").whole());
    assertTrue(found.field("hash_matches").bool());
    assertTrue(found.field("proof_of_work").bool());
    assertEquals(null, found.field("dialect"));
    assertEquals(null, found.field("trailing"));
    Source transactions = want.field("txs");
    assertEquals(transactions.size(), found.field("transactions").size());
    for (int i = 0; i < transactions.size(); i++) {
      transaction(transactions.item(i), found.field("transactions").item(i));
    }
  }

  private static void transaction(Source want, Source found) {
    assertEquals(want.field("id").text(), found.field("id").text());
    assertTrue(found.field("id_matches").bool());
    boolean coinbase = want.field("coinbase").bool();
    assertEquals(coinbase, found.field("signatures_match") == null);
    assertTrue(coinbase || found.field("signatures_match").bool());
    Source inputs = found.field("vin");
    assertEquals(coinbase ? 1 : want.field("inputs").size(), inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      Source input = inputs.item(i);
      assertEquals(coinbase, input.field("pub_key").text().isEmpty());
      if (!coinbase) {
        String spent = input.field("txid").text() + ":" + input.field("vout").whole();
        assertEquals(want.field("inputs").item(i).text(), spent);
      }
    }
    Source outputs = want.field("outputs");
    assertEquals(outputs.size(), found.field("vout").size());
    for (int i = 0; i < outputs.size(); i++) {
      Source output = found.field("vout").item(i);
      assertEquals(outputs.item(i).field("value").whole(), output.field("value").whole());
      assertEquals(
          outputs.item(i).field("pub_key_hash").text(), output.field("pub_key_hash").text());
    }
  }

  @Test
  void countsAreThoseOfTheTruth() {
    Map<String, Long> counts = new TreeMap<>();
    for (Connection connection : CONNECTIONS) {
      for (Event event : connection.events) {
        if (event instanceof Event.Message message) {
          counts.merge(message.kind().name(), 1L, Long::sum);
        }
      }
    }
    Source wanted = truth.field("counts");
    assertEquals(wanted.names().size(), counts.size());
    for (String name : wanted.names()) {
      assertEquals(wanted.field(name).whole().longValue(), counts.get(name), name);
    }
  }

  @Test
  void everyByteIsAccountedFor() {
    Balance sum = Balance.ZERO;
    long undecoded = 0;
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      Connection connection = CONNECTIONS.get(i);
      Balance said = connection.transcript.balance(Side.DIALER);
      Balance back = connection.transcript.balance(Side.LISTENER);
      assertEquals(expected(i).field("bytes").whole().longValue(), said.captured());
      assertEquals(expected(i).field("bytes_back").whole().longValue(), back.captured());
      assertEquals(said.captured(), said.decoded() + said.undecoded());
      sum = sum.plus(said).plus(back);
      for (Event event : connection.events) {
        undecoded += event instanceof Event.Broken ? event.size() : 0;
      }
    }
    assertEquals(0, sum.missing());
    assertEquals(14 + 65, undecoded);
    assertEquals(undecoded, sum.undecoded());
  }

  @Test
  void everyConnectionIsRecognisedByItsFirstBytes() {
    for (Connection connection : CONNECTIONS) {
      byte[] first = connection.said.toBytes();
      Opening opening = new Opening(first, connection.back.toBytes(), 9, true);
      Likeness likeness = new RustchainProtocol().likeness(opening, new Secrets());
      assertTrue(likeness.degree().compareTo(Likeness.Degree.LIKELY) >= 0, connection.dialer);
      for (int cut = 0; cut < Math.min(first.length, 40); cut++) {
        Opening part = new Opening(Arrays.copyOf(first, cut), new byte[0], 9, false);
        likeness = new RustchainProtocol().likeness(part, new Secrets());
        assertFalse(likeness.degree() == Likeness.Degree.NO, "after " + cut + " bytes");
      }
    }
  }

  /** What the reference serialised comes out of the fields again, to the byte. */
  @Test
  void fieldsMakeTheTextThatTheReferenceSent() {
    int compact = 0;
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      Source list = expected(i).field("messages");
      int k = 0;
      for (Event event : CONNECTIONS.get(i).events) {
        if (event instanceof Event.Message message) {
          Source want = list.item(k++);
          if (want.field("not_compact") != null) {
            continue;
          }
          Out built = new Out();
          message.kind().type().build(JsonSource.parse(json(message)), built);
          String text = new String(message.body(), StandardCharsets.UTF_8);
          assertEquals(text, new String(built.toBytes(), StandardCharsets.UTF_8));
          readAndWrite(message.kind().type(), message.body());
          int from = (int) message.at();
          byte[] value =
              Arrays.copyOfRange(
                  CONNECTIONS.get(i).said.toBytes(), from, from + (int) message.size());
          assertEquals(
              Hex.of(value), Hex.of(Framing.frame(message.kind().name(), built.toBytes())));
          compact++;
        }
      }
    }
    assertEquals(104, compact);
  }

  private static <T> void readAndWrite(dev.peerglot.codec.schema.Type<T> type, byte[] body) {
    Out out = new Out();
    type.write(out, type.read(new In(body)));
    assertEquals(Hex.of(body), Hex.of(out.toBytes()));
  }

  @Test
  void anyOtherCutsGiveTheSameEvents() {
    for (Connection connection : CONNECTIONS) {
      byte[] said = connection.said.toBytes();
      for (int step : new int[] {1, 7, said.length}) {
        Transcript transcript =
            new Transcript(
                new RustchainProtocol().machine(Networks.ANY, new Secrets()), Limits.DEFAULT);
        for (int at = 0; at < said.length; at += step) {
          transcript.feed(Side.DIALER, said, at, Math.min(step, said.length - at));
        }
        transcript.end(Side.DIALER, true);
        List<String> again = new ArrayList<>();
        for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
          again.add(shown(event));
        }
        List<String> before =
            connection.events.stream()
                .filter(event -> event.from() == Side.DIALER)
                .map(RustchainCaptureTest::shown)
                .toList();
        assertEquals(before, again);
        assertEquals(connection.transcript.balance(Side.DIALER), transcript.balance(Side.DIALER));
      }
    }
  }

  private static String shown(Event event) {
    String place = event.at() + "+" + event.size() + " ";
    return switch (event) {
      case Event.Message message -> place + message.kind().name() + " " + json(message);
      case Event.Broken broken -> place + broken.fault().line();
      default -> place + event.getClass().getSimpleName();
    };
  }
}
