// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Recording;
import dev.peerglot.codec.protocol.Recording.Conversation;
import dev.peerglot.codec.protocol.layer.Muxer;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Peers of rust-libp2p 0.52, js-libp2p 2.10 and three generations of ParallelChain's library, held
 * against an independent decryption of the same recording.
 */
class RecordedPeersTest {
  private static List<Conversation> conversations;
  private static Source truth;

  @BeforeAll
  static void read() throws IOException {
    conversations = read(secrets("any"));
    truth = JsonSource.parse(Files.readString(Recording.path("parallelchain.truth.json")));
  }

  private static List<Conversation> read(Secrets secrets) throws IOException {
    return Recording.read("parallelchain.pcap", new Libp2pProtocol(), secrets);
  }

  /** The lines of one role, or of any. */
  private static Secrets secrets(String role) throws IOException {
    Secrets secrets = new Secrets();
    for (String line : Files.readAllLines(Recording.path("parallelchain.secrets.jsonl"))) {
      Source source = JsonSource.parse(line);
      if (role.equals("any") || source.field("role").text().equals(role)) {
        add(secrets, Keys.EPHEMERAL, source, "ephemeral");
        add(secrets, Keys.STATIC, source, "static");
      }
    }
    return secrets;
  }

  private static void add(Secrets secrets, String label, Source line, String kind) {
    secrets.add(
        label,
        Hex.parse(line.field(kind + "_pub").text()),
        Hex.parse(line.field(kind + "_priv").text()));
  }

  private static Source connection(int index) {
    return truth.field("wire").field("connections").item(index);
  }

  private static boolean has(Conversation conversation, Class<? extends Steps> kind) {
    return steps(conversation, kind).findAny().isPresent();
  }

  private static <T extends Steps> Stream<T> steps(Conversation conversation, Class<T> kind) {
    return conversation.events().stream()
        .filter(event -> event instanceof Event.Phase p && kind.isInstance(p.step()))
        .map(event -> kind.cast(((Event.Phase) event).step()));
  }

  private static String result(Conversation conversation) {
    return steps(conversation, Steps.Abandoned.class)
        .map(Steps.Abandoned::during)
        .findFirst()
        .orElse(
            steps(conversation, Steps.Muxed.class)
                .map(Steps.Muxed::muxer)
                .findFirst()
                .orElse("nothing"));
  }

  @Test
  void everyConnectionIsToldAsWhatItIs() {
    assertEquals(97, conversations.size());
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < conversations.size(); i++) {
      String expected = connection(i).field("result").text();
      String told = result(conversations.get(i));
      counts.merge(told, 1, Integer::sum);
      switch (expected) {
        case "ok" -> assertEquals(connection(i).field("muxer").text(), told);
        case "muxer negotiation: refused (na)" ->
            assertEquals("negotiation of the muxer: all refused", told);
        case "muxer negotiation: no answer" ->
            assertEquals("negotiation of the muxer: no answer", told);
        case "handshake cut after 1+1 messages" ->
            assertEquals("Noise handshake, after message 2", told);
        case "handshake cut after 1+0 messages" ->
            assertEquals("Noise handshake, after message 1", told);
        default -> assertFalse(conversations.get(i).isKnown(), expected);
      }
    }
    assertEquals(
        Map.of(
            "/mplex/6.7.0", 21,
            "/yamux/1.0.0", 17,
            "negotiation of the muxer: all refused", 20,
            "negotiation of the muxer: no answer", 2,
            "Noise handshake, after message 1", 1,
            "Noise handshake, after message 2", 6,
            "nothing", 30),
        counts);
  }

  @Test
  void everyByteIsUnderstood() {
    for (int i = 0; i < conversations.size(); i++) {
      Conversation conversation = conversations.get(i);
      for (Event event : conversation.events()) {
        assertFalse(event instanceof Event.Broken, i + " " + event);
      }
      for (Side side : Side.values()) {
        if (conversation.isKnown()) {
          Balance balance = conversation.balance(side);
          assertEquals(conversation.bytes(side).length, balance.captured());
          assertEquals(0, balance.undecoded(), i + " " + side + " " + balance);
        }
      }
    }
  }

  @Test
  void identitiesAreSignedByTheirOwners() {
    Source peers = truth.field("peers");
    for (int i = 0; i < conversations.size(); i++) {
      List<Steps.IdentityShown> shown =
          steps(conversations.get(i), Steps.IdentityShown.class).toList();
      for (Steps.IdentityShown identity : shown) {
        assertTrue(identity.isValid());
      }
      if (shown.size() == 2) {
        String listener = connection(i).field("listener").text();
        String dialer = connection(i).field("dialer").text();
        for (int k = 0; k < 2; k++) {
          String peer = peers.field(k == 0 ? listener : dialer).field("peer_id").text();
          assertEquals(peer, PeerIds.spell(shown.get(k).peer().orElseThrow()));
        }
      }
    }
  }

  private static List<Event.Message> messages(Conversation conversation) {
    return conversation.events().stream()
        .filter(event -> event instanceof Event.Message)
        .map(event -> (Event.Message) event)
        .toList();
  }

  @Test
  void everyMessageIsOnItsStream() {
    Map<String, Integer> protocols = new TreeMap<>();
    for (int i = 0; i < conversations.size(); i++) {
      Source streams = connection(i).field("streams");
      List<Event.Message> all = messages(conversations.get(i));
      int told = 0;
      for (int k = 0; streams != null && k < streams.size(); k++) {
        Source stream = streams.item(k);
        if (stream.field("protocol").kind() == Source.Kind.NOTHING) {
          continue;
        }
        long number = number(stream, connection(i).field("muxer").text());
        String protocol = stream.field("protocol").text();
        protocols.merge(protocol, 1, Integer::sum);
        List<Event.Message> ours =
            all.stream().filter(m -> m.substream().number() == number).toList();
        for (Event.Message message : ours) {
          assertEquals(protocol, message.substream().protocol());
        }
        told += ours.size();
        check(stream, ours, i + "/" + number);
      }
      assertEquals(all.size(), told);
    }
    assertEquals(
        Map.of(
            "/ipfs/ping/1.0.0", 75,
            "/ipfs/id/1.0.0", 68,
            "/meshsub/1.1.0", 68,
            "/pchain_p2p/1.0.0", 282,
            "/ipfs/id/push/1.0.0", 14),
        protocols);
  }

  private static long number(Source stream, String muxer) {
    long id = stream.field("id").whole().longValue();
    boolean dialer = stream.field("opener").text().equals("dialer");
    return muxer.contains("yamux") ? id : 2 * id + (dialer ? 1 : 2);
  }

  private static void check(Source stream, List<Event.Message> ours, String where) {
    Side opener = stream.field("opener").text().equals("dialer") ? Side.DIALER : Side.LISTENER;
    if (stream.field("pings") != null) {
      long pings = ours.stream().filter(m -> m.from() == opener).count();
      assertEquals(stream.field("pings").whole().longValue(), pings, where);
      assertEquals(stream.field("pongs").whole().longValue(), ours.size() - pings, where);
      return;
    }
    Source expected = stream.field("messages");
    for (Side side : Side.values()) {
      String word = side == opener ? "opener" : "acceptor";
      List<Event.Message> sent = ours.stream().filter(m -> m.from() == side).toList();
      int next = 0;
      for (int k = 0; k < expected.size(); k++) {
        Source each = expected.item(k);
        if (!each.field("from").text().equals(word)) {
          continue;
        }
        Event.Message message = sent.get(next++);
        assertEquals(each.field("kind").text(), message.kind().name(), where);
        assertEquals(each.field("size").whole().intValue(), message.body().length, where);
        assertEquals(each.field("sha256").text(), Hex.of(Sha256.of(message.body()), 0, 8), where);
      }
      assertEquals(next, sent.size(), where);
    }
  }

  private static Source fields(Event.Message message) {
    return JsonSource.parse(json(message, message.body()));
  }

  private static int size(Source list) {
    return list == null ? 0 : list.size();
  }

  @Test
  void countsAreThoseOfTheTruth() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Conversation conversation : conversations) {
      for (Event.Message message : messages(conversation)) {
        boolean opener = Muxer.opener(message.substream().number()) == message.from();
        String name = message.kind().name();
        switch (name) {
          case "RPC" -> rpc(fields(message), counts);
          case "Ping" -> counts.merge(opener ? "ping" : "pong", 1, Integer::sum);
          case "Identify" -> counts.merge(opener ? "identify_push" : "identify", 1, Integer::sum);
          default ->
              counts.merge((opener ? "kad_request_" : "kad_response_") + name, 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> expected = new TreeMap<>();
    Source totals = truth.field("totals").field("messages");
    for (String name : totals.names()) {
      expected.put(name, totals.field(name).whole().intValue());
    }
    assertEquals(expected, counts);
  }

  private static void rpc(Source rpc, Map<String, Integer> counts) {
    counts.merge("gossipsub_rpc", 1, Integer::sum);
    Source subscriptions = rpc.field("subscriptions");
    for (int i = 0; i < size(subscriptions); i++) {
      Source subscribe = subscriptions.item(i).field("subscribe");
      boolean joins = subscribe != null && subscribe.bool();
      counts.merge(joins ? "gossipsub_sub" : "gossipsub_unsub", 1, Integer::sum);
    }
    Source publish = rpc.field("publish");
    for (int i = 0; i < size(publish); i++) {
      counts.merge("gossipsub_publish", 1, Integer::sum);
      assertTrue(publish.item(i).field("signature_valid").bool());
    }
    Source control = rpc.field("control");
    for (String kind : List.of("ihave", "iwant", "graft", "prune")) {
      int count = control == null ? 0 : size(control.field(kind));
      if (count > 0) {
        counts.merge("gossipsub_" + kind, count, Integer::sum);
      }
    }
  }

  @Test
  void theLinesOfOneRoleOpenWhatTheySay() throws IOException {
    for (String role : List.of("dialer", "listener")) {
      List<Conversation> partly = read(secrets(role));
      int opened = 0;
      for (int i = 0; i < partly.size(); i++) {
        Source lines = connection(i).field("secret_lines");
        boolean expected = false;
        for (int k = 0; k < size(lines); k++) {
          expected |= lines.item(k).text().equals(role);
        }
        boolean muxed = connection(i).field("result").text().equals("ok");
        assertEquals(muxed && expected, has(partly.get(i), Steps.Muxed.class), role + i);
        if (muxed && expected) {
          opened++;
          assertEquals(seen(conversations.get(i).events()), seen(partly.get(i).events()), role + i);
        }
      }
      assertTrue(opened >= 30, role + " " + opened);
    }
  }

  @Test
  void withoutKeysNothingIsGuessed() throws IOException {
    List<Conversation> locked = read(new Secrets());
    for (int i = 0; i < locked.size(); i++) {
      Conversation conversation = locked.get(i);
      assertEquals(List.of(), messages(conversation));
      if (!conversation.isKnown()) {
        continue;
      }
      assertTrue(has(conversation, Steps.Answered.class));
      for (Side side : Side.values()) {
        boolean told =
            conversation.events().stream()
                .anyMatch(
                    event ->
                        event instanceof Event.Broken b
                            && b.from() == side
                            && b.fault().blame() == Fault.Blame.KEYS);
        Balance balance = conversation.balance(side);
        assertEquals(balance.undecoded() > 0, told, i + " " + side);
      }
    }
  }

  /** Messages by direction in the order of the wire: between streams they may be told later. */
  private static List<String> seen(List<Event> events) {
    return events.stream()
        .filter(event -> event instanceof Event.Message || event instanceof Event.Broken)
        .sorted(Comparator.comparing(Event::from).thenComparingLong(Event::at))
        .map(
            event ->
                event instanceof Event.Message m
                    ? m.from() + " " + m.at() + "+" + m.size() + " " + m.kind().name()
                    : event.toString())
        .toList();
  }

  @Test
  void cutsAndOrderOfDirectionsChangeNothing() throws IOException {
    Secrets secrets = secrets("any");
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < conversations.size(); i++) {
      Conversation conversation = conversations.get(i);
      if (!conversation.isKnown()) {
        continue;
      }
      List<String> expected = seen(conversation.events());
      for (int way = 0; way < 4; way++) {
        Transcript transcript =
            new Transcript(new Handshake(Dialect.LIBP2P, secrets), Limits.DEFAULT);
        feed(conversation, transcript, way, random);
        List<Event> events = new ArrayList<>();
        for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
          events.add(event);
        }
        assertEquals(expected, seen(events), "connection " + i + ", way " + way);
      }
    }
  }

  /** 0: single bytes; 1: dialer first; 2: listener first; 3: at random. */
  private static void feed(
      Conversation conversation, Transcript transcript, int way, SplittableRandom random) {
    byte[][] bytes = {conversation.bytes(Side.DIALER), conversation.bytes(Side.LISTENER)};
    int[] at = new int[2];
    while (at[0] < bytes[0].length || at[1] < bytes[1].length) {
      int side = way == 1 || way == 0 && at[0] <= at[1] ? 0 : way == 3 ? random.nextInt(2) : 1;
      side = at[side] == bytes[side].length ? 1 - side : side;
      int most = bytes[side].length - at[side];
      int count = way == 0 ? 1 : Math.min(most, 1 + random.nextInt(20_000));
      transcript.feed(Side.values()[side], bytes[side], at[side], count);
      at[side] += count;
    }
    for (Side side : Side.values()) {
      transcript.end(side, true);
    }
  }

  @Test
  void bodiesComeBackFromTheirFields() {
    int count = 0;
    for (Conversation conversation : conversations) {
      for (Event.Message message : messages(conversation)) {
        String json = json(message, message.body());
        Out back = new Out();
        message.kind().type().build(JsonSource.parse(json), back);
        assertEquals(json, json(message, back.toBytes()));
        count++;
      }
    }
    assertEquals(2794, count);
  }

  private static String json(Event.Message like, byte[] body) {
    Out out = new Out();
    assertNull(Body.write(like.kind().type(), body, out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }
}
