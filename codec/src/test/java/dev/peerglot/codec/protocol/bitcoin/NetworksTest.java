// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Network;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks, their options, and the short ids of commands. */
class NetworksTest {
  /** Core's constant, BIP 325's example, and lengths with CompactSizes of one and three bytes. */
  @ParameterizedTest
  @CsvSource({
    "512103ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be430210359ef5021964fe22d6f8e"
        + "05b2463c9540ce96883fe3b278760f048f5189f2e6c452ae, 1, 0a03cf40",
    "512103ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be43051ae, 1, 7ec653a5",
    "51, 1, 54d26fbd",
    "51, 80, 3825ece2",
    "51, 300, fd75bdc1"
  })
  void magicOfASignet(String challenge, int times, String magic) {
    Network network = Networks.with(Networks.SIGNET, Map.of("challenge", challenge.repeat(times)));
    assertEquals(magic, Hex.of(network.id()));
    assertEquals(38333, network.port());
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThrows(Malformed.class, () -> Networks.with(Networks.MAIN, Map.of("challenge", "51")));
    assertThrows(Malformed.class, () -> Networks.with(Networks.MAIN, Map.of("magic", "f9beb4")));
    assertThrows(Malformed.class, () -> Networks.with(Networks.MAIN, Map.of("magic", "xyz")));
    assertThrows(Malformed.class, () -> Networks.with(Networks.MAIN, Map.of("chain-id", "00")));
  }

  @Test
  void aPrivateNetworkSaysItsMagic() {
    Network network = Networks.with(Networks.REGTEST, Map.of("magic", "01020304"));
    assertEquals("01020304", Hex.of(network.id()));
    assertEquals(Map.of("magic", "01020304"), Networks.options(network));
    assertEquals(Map.of(), Networks.options(Networks.REGTEST));
  }

  @Test
  void everyNetworkIsWhole() {
    Set<String> schemes = new HashSet<>();
    for (Network network : Networks.ALL) {
      assertTrue(schemes.add(network.scheme()), network.scheme());
      assertEquals(4, network.id().length);
      assertTrue(network.port() > 1024 && network.port() < 65536);
      assertTrue(network.scheme().startsWith(Chain.of(network).coin()), network.scheme());
      for (String seed : network.seeds()) {
        assertTrue(seed.endsWith(":" + network.port()), seed);
      }
    }
    assertEquals(24, schemes.size());
  }

  @Test
  void shortIdsAreThoseOfBip324() {
    assertEquals(1, Messages.shortId("addr"));
    assertEquals(14, Messages.shortId("inv"));
    assertEquals(21, Messages.shortId("tx"));
    assertEquals(28, Messages.shortId("addrv2"));
    assertEquals(37, Messages.shortId("feature"));
    assertEquals(0, Messages.shortId("version"));
    assertEquals("ping", Messages.command(18));
    assertNull(Messages.command(0));
    assertNull(Messages.command(38));
    assertNull(Messages.command(255));
    for (int id = 1; id <= 37; id++) {
      assertEquals(id, Messages.shortId(Messages.command(id)));
      assertTrue(Messages.ALL.find(Messages.command(id)).isPresent(), Messages.command(id));
    }
  }
}
