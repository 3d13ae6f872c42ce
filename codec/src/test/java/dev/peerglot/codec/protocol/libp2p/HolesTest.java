// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.protocol.Recording;
import dev.peerglot.codec.protocol.Recording.Conversation;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recorded connections that lack bytes: what does not touch the hole is told as before. */
class HolesTest {
  private static final String SAMPLE = "parallelchain";
  private static final Secrets SECRETS = new Secrets();
  private static List<Conversation> conversations;

  @BeforeAll
  static void read() throws IOException {
    SECRETS.addAll(KeyLog.parse(Files.readString(Recording.samples().resolve(SAMPLE + ".keys"))));
    conversations =
        Recording.sample(SAMPLE + ".pcap.gz", new Libp2pProtocol(), SECRETS).stream()
            .filter(each -> each.messages(Side.DIALER).size() > 1)
            .toList();
  }

  /** Bytes of a side that are missing. */
  private record Hole(Side side, int from, int to) {
    private boolean isBefore(int at) {
      return to <= at;
    }
  }

  private record Told(List<Event> events, Balance dialer, Balance listener) {
    private Balance balance(Side side) {
      return side == Side.DIALER ? dialer : listener;
    }
  }

  /** Feeds both directions in turns; pieces end where the hole begins and ends. */
  private static Told follow(Conversation conversation, Hole hole, int piece) {
    Transcript transcript = new Transcript(new Handshake(Dialect.LIBP2P, SECRETS), Limits.DEFAULT);
    List<Event> events = new ArrayList<>();
    byte[][] bytes = {conversation.bytes(Side.DIALER), conversation.bytes(Side.LISTENER)};
    int[] at = new int[2];
    for (int[] step : new int[][] {{0, 1}, {1, 1}, {0, 2}}) {
      int from = at[step[0]];
      at[step[0]] = frames(bytes[step[0]])[step[1]]; // the handshake, in its order
      transcript.feed(Side.values()[step[0]], bytes[step[0]], from, at[step[0]] - from);
      drain(transcript, events);
    }
    while (at[0] < bytes[0].length || at[1] < bytes[1].length) {
      for (Side side : Side.values()) {
        int i = side.ordinal();
        long share = Math.max(bytes[0].length, bytes[1].length);
        int count = (int) Math.max(1, (long) piece * bytes[i].length / share);
        int end = Math.min(bytes[i].length, at[i] + count);
        if (hole != null && hole.side() == side && at[i] == hole.from()) {
          transcript.hole(side, hole.to() - hole.from());
          at[i] = hole.to();
        } else if (hole != null && hole.side() == side && !hole.isBefore(at[i])) {
          end = Math.min(end, hole.from());
        }
        if (at[i] < end) {
          transcript.feed(side, bytes[i], at[i], end - at[i]);
          at[i] = end;
        }
        drain(transcript, events);
      }
    }
    for (Side side : Side.values()) {
      transcript.end(side, true);
      drain(transcript, events);
    }
    return new Told(events, transcript.balance(Side.DIALER), transcript.balance(Side.LISTENER));
  }

  private static void drain(Transcript transcript, List<Event> events) {
    for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
      events.add(event);
    }
  }

  /** Where each Noise message begins, the three of the handshake among them. */
  private static int[] frames(byte[] bytes) {
    List<Integer> starts = new ArrayList<>();
    int at = 28; // both sides say the header and /noise
    while (at + 2 <= bytes.length) {
      starts.add(at);
      at += 2 + ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
    }
    starts.add(bytes.length);
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String key(Event.Message message) {
    return message.from()
        + " "
        + message.at()
        + " "
        + message.size()
        + " "
        + message.substream()
        + " "
        + message.kind().name()
        + " "
        + Arrays.hashCode(message.body());
  }

  private static Set<String> keys(Told told) {
    Set<String> keys = new HashSet<>();
    for (Event event : told.events()) {
      if (event instanceof Event.Message message) {
        keys.add(key(message));
      }
    }
    return keys;
  }

  @Test
  void messagesOutsideOfAHoleAreToldAsBefore() {
    SplittableRandom random = new SplittableRandom(10);
    int cases = 0;
    List<String> lost = new ArrayList<>();
    for (int index = 0; index < conversations.size(); index++) {
      Conversation conversation = conversations.get(index);
      Told whole = follow(conversation, null, 2000);
      for (int round = 0; round < 100; round++) {
        Side side = random.nextBoolean() ? Side.DIALER : Side.LISTENER;
        byte[] bytes = conversation.bytes(side);
        int[] frames = frames(bytes);
        int first = frames[Math.min(3, frames.length - 1)];
        if (first >= bytes.length - 10) {
          continue;
        }
        int from = random.nextInt(first, bytes.length - 1);
        int size = round % 3 == 0 ? random.nextInt(1, 100) : random.nextInt(1, 6000);
        Hole hole = new Hole(side, from, Math.min(bytes.length, from + size));
        Told told = follow(conversation, hole, random.nextInt(100, 5000));
        lost.addAll(missed(whole, told, hole, frames, index));
        checkBalance(told, conversation, hole);
        cases++;
      }
    }
    assertTrue(cases > 300, cases + " cases");
    assertEquals(List.of(), lost);
  }

  @Test
  void whatIsFoundBehindAHoleDoesNotDependOnThePieces() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 40; round++) {
      Conversation conversation = conversations.get(random.nextInt(conversations.size()));
      Side side = random.nextBoolean() ? Side.DIALER : Side.LISTENER;
      int[] frames = frames(conversation.bytes(side));
      int end = frames[frames.length - 1];
      int from = random.nextInt(frames[Math.min(3, frames.length - 1)], end);
      Hole hole = new Hole(side, from, Math.min(end, from + random.nextInt(1, 3000)));
      Told some = follow(conversation, hole, 5000);
      Told other = follow(conversation, hole, random.nextInt(1, 300));
      assertEquals(keys(some), keys(other), hole.toString());
      assertEquals(some.balance(side), other.balance(side), hole.toString());
    }
  }

  private static void checkBalance(Told told, Conversation conversation, Hole hole) {
    for (Side side : Side.values()) {
      Balance balance = told.balance(side);
      int missing = hole.side() == side ? hole.to() - hole.from() : 0;
      assertEquals(missing, balance.missing());
      assertEquals(conversation.bytes(side).length - missing, balance.captured());
      assertEquals(balance.captured(), balance.decoded() + balance.undecoded());
      assertTrue(balance.decoded() >= 0 && balance.undecoded() >= 0, balance.toString());
      if (hole.side() != side) {
        assertEquals(0, balance.undecoded(), hole.toString());
      }
    }
  }

  /** Messages of the whole connection that are not told, although the hole does not touch them. */
  private static List<String> missed(Told whole, Told told, Hole hole, int[] frames, int index) {
    int from = hole.from();
    int to = hole.to();
    for (int i = 0; i + 1 < frames.length; i++) {
      if (frames[i] < hole.to() && frames[i + 1] > hole.from()) {
        from = Math.min(from, frames[i]);
        to = Math.max(to, frames[i + 1]);
      }
    }
    Set<String> keys = keys(told);
    List<String> missed = new ArrayList<>();
    for (Event event : whole.events()) {
      if (event instanceof Event.Message message && !keys.contains(key(message))) {
        boolean touched =
            message.from() == hole.side()
                && message.at() < to
                && message.at() + message.size() + message.size() / 20 + 100 > from;
        if (!touched) {
          missed.add(index + " " + hole + " [" + from + "," + to + ") " + key(message));
        }
      }
    }
    return missed;
  }
}
