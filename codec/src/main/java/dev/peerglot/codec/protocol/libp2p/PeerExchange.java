// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.message.Kademlia;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.crypto.Entropy;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one peer for all that it has in its routing table. A FIND_NODE is answered with the 20 peers
 * nearest to its key; so the keys are chosen to share 0, 1, 2 … leading bits with the peer's own
 * place, each reaching into another bucket. Fewer than 20 in an answer are the whole table.
 */
final class PeerExchange {
  private static final int BUCKETS = 12;
  private static final int BUCKET = 20;
  private static final int SHA256 = 0x12;
  private static final int MOST_TRIES = 1 << 17;
  private static final int MOST_NEIGHBOURS = 10_000;

  private final String protocol;
  private final byte[] place;
  private final Entropy entropy;
  private final Set<String> heard = new HashSet<>();
  private int bucket;
  private long stream;
  private boolean whole;
  private int failures;

  PeerExchange(String protocol, byte[] peer, Entropy entropy) {
    this.protocol = protocol;
    this.place = Sha256.of(peer);
    this.entropy = entropy;
  }

  String protocol() {
    return protocol;
  }

  boolean isOver() {
    return whole || bucket >= BUCKETS || failures > 1;
  }

  /** The next question goes on that stream. */
  void ask(long number) {
    stream = number;
    bucket++;
    failures++;
  }

  boolean isOn(long number) {
    return stream == number;
  }

  /** The question at hand will not be answered. */
  void tire() {
    stream = 0;
  }

  byte[] request() {
    byte[] key = key(bucket - 1);
    return Kademlia.wire(0)
        .toBytes(
            new Kademlia(
                Kademlia.FIND_NODE, key, Optional.empty(), List.of(), List.of(), Optional.empty()));
  }

  /** A key in the form of a peer id whose place shares exactly so many bits with the peer's. */
  private byte[] key(int bits) {
    byte[] seed = entropy.bytes(28);
    for (int n = 0; ; n++) {
      byte[] key = new Out().u8(SHA256).u8(32).u32be(n).bytes(seed).toBytes();
      if (n == MOST_TRIES || common(Sha256.of(key)) == bits) {
        return key;
      }
    }
  }

  private int common(byte[] other) {
    int index = Arrays.mismatch(place, other);
    return index < 0
        ? 256
        : index * 8 + Integer.numberOfLeadingZeros((place[index] ^ other[index]) & 0xff) - 24;
  }

  /** An answer. */
  void hear(Kademlia answer, Network network, Findings findings) {
    failures = 0;
    stream = 0;
    whole = answer.closerPeers().size() < BUCKET;
    for (Kademlia.Peer peer : answer.closerPeers()) {
      for (byte[] address : peer.addrs()) {
        if (findings.neighbours().size() < MOST_NEIGHBOURS) {
          note(address, network, findings);
        }
      }
    }
  }

  private void note(byte[] address, Network network, Findings findings) {
    try {
      Optional<PeerAddress> place =
          Multiaddrs.dialled(address, network.scheme(), Networks.options(network));
      if (place.isPresent() && heard.add(place.get().toString())) {
        findings.neighbours().add(new Findings.Neighbour(place.get(), 0, ""));
      }
    } catch (Malformed | IllegalArgumentException e) {
      findings.complain("tells an address that is none: " + Multiaddrs.spell(address));
    }
  }

  /**
   * The answer of a node that knows these peers. It has met none of them: where an id belongs
   * stands the hash of the address.
   */
  static byte[] answer(List<PeerAddress> peers, Network network) {
    List<Kademlia.Peer> closer = new ArrayList<>();
    for (PeerAddress peer : peers) {
      if (closer.size() == BUCKET) {
        break;
      }
      byte[] id =
          peer.options().containsKey(Networks.PEER)
              ? PeerIds.parse(peer.options().get(Networks.PEER))
              : hash(peer.endpoint());
      int port = peer.port() == 0 ? network.port() : peer.port();
      closer.add(new Kademlia.Peer(Optional.of(id), List.of(Multiaddrs.tcp(peer.host(), port)), 0));
    }
    return Kademlia.wire(0)
        .toBytes(
            new Kademlia(
                Kademlia.FIND_NODE,
                new byte[0],
                Optional.empty(),
                closer,
                List.of(),
                Optional.empty()));
  }

  private static byte[] hash(String text) {
    byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return new Out().u8(SHA256).u8(digest.length).bytes(digest).toBytes();
  }
}
