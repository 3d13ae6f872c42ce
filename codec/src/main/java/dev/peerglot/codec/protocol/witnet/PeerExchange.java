// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.protocol.witnet.Primitives.Place;
import dev.peerglot.codec.protocol.witnet.message.Peers;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import java.util.List;
import java.util.Map;

/**
 * {@code GetPeers} and {@code Peers}: a node tells all addresses with which it has shaken hands
 * itself, at once and each time it is asked; nobody may tell any unasked. No age comes with them.
 */
final class PeerExchange {
  private static final int MOST = 4096;

  private PeerExchange() {}

  static Outgoing request() {
    return new Outgoing.Message(Messages.of(Networks.MAIN).get(Messages.GET_PEERS), new byte[0]);
  }

  /** The answer of a node that knows these peers; names are left out. */
  static Outgoing answer(List<PeerAddress> peers) {
    List<Place> places =
        peers.stream()
            .map(peer -> Place.of(peer.host(), peer.port() == 0 ? Networks.PORT : peer.port()))
            .filter(place -> !place.isUnspecified())
            .limit(MOST)
            .toList();
    return Outgoing.Message.of(
        Messages.of(Networks.MAIN).get(Messages.PEERS), Peers.WIRE, new Peers(places));
  }

  /** The peers of an answer, with the options of the asked one's URL. */
  static void read(Peers answer, Network network, Findings findings) {
    Map<String, String> options = Networks.options(network);
    for (Place place : answer.peers()) {
      String whyNot =
          place.isUnspecified() ? "is no address" : place.port() == 0 ? "has no port" : "";
      findings
          .neighbours()
          .add(
              new Findings.Neighbour(
                  new PeerAddress(network.scheme(), place.host(), place.port(), options),
                  0,
                  whyNot));
    }
  }
}
