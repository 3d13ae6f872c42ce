// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user may choose about a connection beside the network.
 *
 * @param transport {@code v1}, {@code v2}, or {@code auto}: encrypted first, plain if the peer
 *     closes without a word, as Core does; a listener takes either
 * @param relay whether the peer is asked to announce transactions
 */
record Choices(String transport, boolean relay) {
  static final String TRANSPORT = "transport";
  static final String AUTO = "auto";

  private static final String RELAY = "relay";
  private static final Set<String> TRANSPORTS = Set.of(Handshake.V1, Handshake.V2, AUTO);

  /** Of the coins only Bitcoin has the encrypted transport; others get it if the user insists. */
  static Choices of(Network network, Map<String, String> options) {
    String usual = Framing.isBitcoin(network) ? AUTO : Handshake.V1;
    return new Choices(
        options.getOrDefault(TRANSPORT, usual), options.getOrDefault(RELAY, "no").equals("yes"));
  }

  /** Nodes before and since BIP 324; only Bitcoin's have it. */
  static List<Map<String, String>> styles(Network network) {
    Map<String, String> plain = Map.of(TRANSPORT, Handshake.V1);
    return Framing.isBitcoin(network) ? List.of(Map.of(TRANSPORT, AUTO), plain) : List.of(plain);
  }

  /**
   * The other options, once these are found good.
   *
   * @throws Malformed for a value that is none
   */
  static Map<String, String> strip(Map<String, String> options) {
    Map<String, String> others = new LinkedHashMap<>(options);
    String transport = others.remove(TRANSPORT);
    if (transport != null && !TRANSPORTS.contains(transport)) {
      throw Malformed.wrong("transport is v1, v2 or auto, not '" + transport + "'", -1);
    }
    String relay = others.remove(RELAY);
    if (relay != null && !Set.of("yes", "no").contains(relay)) {
      throw Malformed.wrong("relay is yes or no, not '" + relay + "'", -1);
    }
    return others;
  }

  /** Whether a dialer begins encrypted, and a listener answers one that does. */
  boolean encrypts() {
    return !transport.equals(Handshake.V1);
  }

  /** Whether plain connections are good. */
  boolean takesPlain() {
    return !transport.equals(Handshake.V2);
  }
}
