// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.CaptureLimits;
import dev.peerglot.codec.capture.Ending;
import dev.peerglot.codec.capture.PacketSource;
import dev.peerglot.codec.capture.StreamSink;
import dev.peerglot.codec.capture.TcpStream;
import dev.peerglot.codec.capture.Traffic;
import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Fault;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Three connections of Bitcoin Core 28.1 on regtest, recorded on both transports. */
class CapturedSessionsTest {
  /** A connection: its transcript, and what its sides said first. */
  private static final class Conversation implements AutoCloseable {
    private final Seen seen;
    private final int port;
    private final ByteArrayOutputStream dialer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream listener = new ByteArrayOutputStream();

    private Conversation(TcpStream stream, Secrets secrets) {
      seen = Seen.of(Networks.REGTEST, secrets);
      port = stream.listener().port();
    }

    private Likeness likeness(Secrets secrets, int most) {
      byte[] dialled = dialer.toByteArray();
      byte[] listened = listener.toByteArray();
      return Protocols.get("bitcoin")
          .likeness(
              new Opening(
                  Arrays.copyOf(dialled, Math.min(most, dialled.length)),
                  Arrays.copyOf(listened, Math.min(most, listened.length)),
                  port,
                  true),
              secrets);
    }

    @Override
    public void close() {
      seen.end();
    }
  }

  private static Path folder() {
    Path folder = Path.of(System.getProperty("peerglot.root", "."), "../shared/captures");
    assumeTrue(Files.isDirectory(folder), "SKIPPED: no shared captures in " + folder);
    return folder;
  }

  private static Map<Long, Conversation> read(String file, Secrets secrets) throws IOException {
    Map<Long, Conversation> found = new TreeMap<>();
    StreamSink sink =
        new StreamSink() {
          @Override
          public void opened(TcpStream stream) {
            found.put(stream.number(), new Conversation(stream, secrets));
          }

          @Override
          public void data(
              TcpStream stream, boolean fromDialer, byte[] buffer, int offset, int length, long t) {
            Conversation conversation = found.get(stream.number());
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            (fromDialer ? conversation.dialer : conversation.listener).writeBytes(bytes);
            conversation.seen.feed(fromDialer ? Side.DIALER : Side.LISTENER, bytes);
          }

          @Override
          public void gap(TcpStream stream, boolean fromDialer, long bytes, long t) {
            found.get(stream.number()).seen.hole(fromDialer ? Side.DIALER : Side.LISTENER, bytes);
          }

          @Override
          public void closed(TcpStream stream, boolean fromDialer, Ending ending, long t) {
            found.get(stream.number()).seen.drain();
          }
        };
    try (PacketSource source = Capture.open(folder().resolve(file))) {
      new Traffic(sink, CaptureLimits.standard()).drain(source);
    }
    found.values().forEach(Conversation::close);
    return found;
  }

  /** Names and bodies of all messages, by connection and side. */
  private static List<String> messages(Map<Long, Conversation> conversations) {
    List<String> lines = new ArrayList<>();
    conversations.forEach(
        (number, conversation) -> {
          for (Side side : Side.values()) {
            for (Event.Message message : conversation.seen.messages(side)) {
              assertEquals(null, message.fault());
              In in = new In(message.body());
              message.kind().type().walk(in, Deaf.SINK);
              assertEquals(0, in.left(), message.kind().name());
              lines.add(number + " " + side + " " + message.kind().name());
            }
          }
        });
    return lines;
  }

  private static List<Integer> counts(Map<Long, Conversation> conversations) {
    return conversations.values().stream()
        .flatMap(
            c ->
                List.of(c.seen.names(Side.LISTENER).size(), c.seen.names(Side.DIALER).size())
                    .stream())
        .toList();
  }

  private static List<String> secretLines() throws IOException {
    Pattern pattern = Pattern.compile("\"priv\": \"(\\w+)\", \"ellswift\": \"(\\w+)\"");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("bitcoin-v2-addrv2.secrets.jsonl"))) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        lines.add(matcher.group(2) + " " + matcher.group(1));
      }
    }
    return lines;
  }

  private static Secrets secrets(List<String> lines) {
    Secrets secrets = new Secrets();
    for (String line : lines) {
      String[] words = line.split(" ");
      secrets.add(Keys.EPHEMERAL, Hex.parse(words[0]), Hex.parse(words[1]));
    }
    return secrets;
  }

  @Test
  void plain() throws IOException {
    Map<Long, Conversation> found = read("bitcoin-v1-addrv2.pcap", new Secrets());
    assertEquals(64, messages(found).size());
    assertEquals(List.of(10, 8, 13, 12, 12, 9), counts(found));
    for (Conversation conversation : found.values()) {
      assertEquals(
          List.of(),
          conversation.seen.events.stream().filter(Event.Broken.class::isInstance).toList());
      assertEquals("v1", conversation.seen.transcript.transport());
      Likeness likeness = conversation.likeness(new Secrets(), 16);
      assertEquals(Likeness.Degree.CERTAIN, likeness.degree());
      assertEquals(Networks.REGTEST, likeness.network());
    }
  }

  @Test
  void encryptedTheSame() throws IOException {
    Secrets secrets = secrets(secretLines());
    Map<Long, Conversation> found = read("bitcoin-v2-addrv2.pcap", secrets);
    List<String> plain = messages(read("bitcoin-v1-addrv2.pcap", new Secrets()));
    assertEquals(plain, messages(found));
    for (Conversation conversation : found.values()) {
      assertEquals(
          List.of(),
          conversation.seen.events.stream().filter(Event.Broken.class::isInstance).toList());
      assertEquals("v2", conversation.seen.transcript.transport());
      Likeness likeness = conversation.likeness(secrets, 4096);
      assertEquals(Likeness.Degree.CERTAIN, likeness.degree());
      assertEquals(Networks.REGTEST, likeness.network());
    }
  }

  @Test
  void withoutOneSecretTheOthersDecode() throws IOException {
    List<String> lines = secretLines();
    for (int missing = 0; missing < lines.size(); missing++) {
      List<String> some = new ArrayList<>(lines);
      String left = some.remove(missing);
      Map<Long, Conversation> found = read("bitcoin-v2-addrv2.pcap", secrets(some));
      int locked = 0;
      for (Conversation conversation : found.values()) {
        List<Event.Broken> broken = conversation.seen.broken(Side.DIALER);
        if (!broken.isEmpty()) {
          locked++;
          assertEquals(0, conversation.seen.names(Side.DIALER).size());
          assertEquals(Fault.Blame.KEYS, broken.getFirst().fault().blame());
          assertTrue(broken.getFirst().fault().why().contains(left.split(" ")[0]));
          assertEquals(1, conversation.seen.broken(Side.LISTENER).size());
          assertEquals(
              Likeness.Degree.POSSIBLE, conversation.likeness(new Secrets(), 4096).degree());
        }
      }
      assertEquals(1, locked);
    }
  }
}
