// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and options of all networks. */
final class EveryNetworkTest {
  /** The options with bytes, whichever networks have them. */
  private static final List<String> HEX = List.of("magic", "chain-id", "challenge", "genesis");

  static Stream<Protocol> protocols() {
    return Protocols.all().stream();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void schemesAreSingle(Protocol protocol) {
    Set<String> seen = new HashSet<>();
    for (Network network : protocol.networks()) {
      assertTrue(seen.add(network.scheme()), network.scheme());
      assertEquals(protocol, Protocols.ofScheme(network.scheme()).orElseThrow());
      assertEquals(network, protocol.network(network, Map.of()));
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void optionsThatAreWrongAreNamed(Protocol protocol) {
    for (Network network : protocol.networks()) {
      assertNamed(protocol, network, "no-such-option", "1");
      for (String option : HEX) {
        assertNamed(protocol, network, option, "f");
        assertNamed(protocol, network, option, "zz");
      }
    }
  }

  private static void assertNamed(Protocol protocol, Network network, String option, String value) {
    Map<String, String> options = Map.of(option, value);
    Malformed e =
        assertThrows(
            Malformed.class, () -> protocol.network(network, options), network + " " + options);
    assertTrue(e.getMessage().contains("'" + option + "'"), network.scheme() + ": " + e);
  }
}
