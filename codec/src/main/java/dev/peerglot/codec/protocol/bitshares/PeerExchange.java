// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.protocol.bitshares.Primitives.Endpoint4;
import dev.peerglot.codec.protocol.bitshares.message.Address;
import dev.peerglot.codec.protocol.bitshares.message.AddressInfo;
import dev.peerglot.codec.session.Findings;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.crypto.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code address_request} and {@code address}: a node tells the peers that it is connected with, at
 * most some 200, one entry each. Entries with port 0 cannot be dialled.
 */
final class PeerExchange {
  private PeerExchange() {}

  static Outgoing request() {
    return new Outgoing.Message(Messages.ALL.get(Messages.ADDRESS_REQUEST), new byte[0]);
  }

  /** The answer of a node that knows these peers; addresses that are no IPv4 are left out. */
  static Outgoing answer(List<PeerAddress> peers, long now) {
    List<AddressInfo> entries =
        peers.stream()
            .filter(peer -> peer.host().matches("[0-9.]+"))
            .map(peer -> entry(peer, now))
            .toList();
    return Outgoing.Message.of(
        Messages.ALL.get(Messages.ADDRESS), Address.WIRE, new Address(entries));
  }

  private static AddressInfo entry(PeerAddress peer, long now) {
    byte[] digest = Sha256.of(peer.endpoint().getBytes(StandardCharsets.US_ASCII));
    return new AddressInfo(
        Endpoint4.of(peer.host(), peer.port()), now, 0, Arrays.copyOf(digest, 33), 2, 2);
  }

  /** The peers of an answer, with the options of the asked one's URL. */
  static void read(Address answer, String scheme, Map<String, String> options, Findings findings) {
    for (AddressInfo entry : answer.addresses()) {
      Endpoint4 endpoint = entry.remoteEndpoint();
      String whyNot = endpoint.port() == 0 ? "does not listen (port 0)" : "";
      findings
          .neighbours()
          .add(
              new Findings.Neighbour(
                  new PeerAddress(scheme, endpoint.host(), endpoint.port(), options),
                  entry.lastSeenTime(),
                  whyNot));
    }
  }
}
