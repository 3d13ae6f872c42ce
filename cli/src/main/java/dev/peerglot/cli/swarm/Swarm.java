// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import dev.peerglot.cli.driver.Acceptor;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.view.Json;
import dev.peerglot.crypto.Entropy;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A running network of simulated peers on addresses of 127.0.0.0/8, all in this process. */
public final class Swarm implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_PEERS = 400;
  private static final Duration PACE = Duration.ofMillis(250);

  private final Protocol protocol;
  private final Network network;
  private final Plan plan;
  private final long seed;
  private final List<PeerAddress> addresses = new ArrayList<>();
  private final List<Closeable> nodes = new ArrayList<>();
  private final AtomicLong numbers = new AtomicLong();

  /** A network that is not running yet. */
  public Swarm(Protocol protocol, Network network, Plan plan, long seed) {
    this.protocol = protocol;
    this.network = network;
    this.plan = plan;
    this.seed = seed;
  }

  /** Makes every node listen; afterwards {@link #addresses} tells where. */
  public void start() throws IOException {
    List<Runnable> servings = new ArrayList<>();
    for (int i = 0; i < plan.kinds().size(); i++) {
      Kind kind = kind(i);
      InetAddress address = address(i);
      switch (kind) {
        case DEAD -> dead(address);
        case SILENT, GARBAGE, HANG_UP -> {
          RudeNode node = new RudeNode(kind, Places.listen(address, network.port()), seed + i);
          add(address, node.port(), node);
          servings.add(node::serve);
        }
        case HONEST, SLOW, FULL, WRONG_NETWORK, LIAR -> {
          Acceptor node = polite(kind, i, address);
          add(address, node.port(), node);
          servings.add(node::serve);
        }
      }
    }
    servings.forEach(Thread.ofVirtual()::start);
  }

  private void add(InetAddress address, int port, Closeable node) {
    addresses.add(new PeerAddress(network.scheme(), address.getHostAddress(), port));
    nodes.add(node);
  }

  /** 127.16.0.1 and up: none is .0 or .255, and 127.0.0.1 stays free for real nodes. */
  private static InetAddress address(int index) throws IOException {
    return InetAddress.getByAddress(
        new byte[] {
          127,
          (byte) (16 + index / (254 * 256)),
          (byte) (index / 254 % 256),
          (byte) (1 + index % 254)
        });
  }

  /** Bound and not listening: whoever dials is refused, and nobody else can take the port. */
  private void dead(InetAddress address) throws IOException {
    Socket taken = new Socket();
    taken.setReuseAddress(false);
    try {
      taken.bind(new InetSocketAddress(address, network.port()));
    } catch (BindException e) {
      // Somebody's, or not free yet of connections that ended a minute ago.
      taken.close();
      taken = new Socket();
      taken.bind(new InetSocketAddress(address, 0));
    }
    add(address, taken.getLocalPort(), taken);
  }

  private Acceptor polite(Kind kind, int index, InetAddress address) throws IOException {
    Entropy entropy = Entropy.seeded(seed * 1_000_003 + index);
    byte[] key = entropy.bytes(32);
    Network own = kind == Kind.WRONG_NETWORK ? network.withId(flipped(network.id())) : network;
    Persona persona =
        new Persona(
            own,
            "swarm/" + kind.word(),
            key,
            Entropy.system(),
            new Secrets(),
            ConcurrentHashMap.newKeySet(),
            kind == Kind.FULL,
            () -> told(index),
            style(kind, index));
    Acceptor.Settings settings =
        new Acceptor.Settings(PATIENCE, MOST_PEERS, kind == Kind.SLOW ? PACE : Duration.ZERO);
    return new Acceptor(
        protocol,
        persona,
        Places.listen(address, network.port()),
        settings,
        numbers,
        (number, line, talk) -> (who, event, when) -> {});
  }

  /** A node cannot be on another network where nothing on the wire tells networks apart. */
  private Kind kind(int index) {
    Kind kind = plan.kinds().get(index);
    return kind == Kind.WRONG_NETWORK && network.id().length == 0 ? Kind.HONEST : kind;
  }

  /** All styles in turn; a node of another network plays the first, in which that can be told. */
  private Map<String, String> style(Kind kind, int index) {
    List<Map<String, String>> styles = protocol.styles(network);
    return styles.get(kind == Kind.WRONG_NETWORK ? 0 : index % styles.size());
  }

  private static byte[] flipped(byte[] id) {
    byte[] other = id.clone();
    other[0] ^= 0x5a;
    return other;
  }

  /** What a node says when it is asked for peers. */
  private List<PeerAddress> told(int index) {
    List<PeerAddress> told = new ArrayList<>(known(index));
    if (kind(index) == Kind.LIAR) {
      told.addAll(Lies.invent(network, new Random(seed ^ index)));
    }
    return told;
  }

  private List<PeerAddress> known(int index) {
    return plan.knows().get(index).stream().map(addresses::get).toList();
  }

  /** Where each node is, in the order of the plan. */
  public List<PeerAddress> addresses() {
    return addresses;
  }

  /** Writes the truth: a JSON line a node with its kind and the real peers that it tells of. */
  public void writeTruth(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Out text = new Out(1 << 16);
      for (int i = 0; i < addresses.size(); i++) {
        Json json = new Json(text);
        json.object();
        json.key("peer").text(addresses.get(i).toString());
        json.key("kind").text(kind(i).word());
        json.key("neighbours").list();
        known(i).forEach(peer -> json.text(peer.toString()));
        json.end();
        json.end();
        text.u8('\n');
      }
      out.write(text.array(), 0, text.size());
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable node : nodes) {
      node.close();
    }
  }
}
