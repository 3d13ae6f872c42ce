// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.cli.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is left alone, and which network an address is of. */
final class ExclusionsTest {
  private final Exclusions exclusions =
      new Exclusions(
          List.of(
              "# who asked",
              "198.51.100.7",
              "203.0.113.128/25 # a site",
              "2001:db8::/33",
              "node.example",
              "192.0.2.1:8333",
              ""),
          "list");

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 1, true",
    "198.51.100.8, 1, false",
    "203.0.113.128, 1, true",
    "203.0.113.255, 1, true",
    "203.0.113.127, 1, false",
    "2001:db8:7fff::1, 1, true",
    "2001:db8:8000::1, 1, false",
    "Node.Example, 1, true",
    "192.0.2.1, 8333, true",
    "192.0.2.1, 8334, false"
  })
  void onlyWhatIsListedIsExcluded(String host, int port, boolean excluded) {
    assertEquals(excluded, exclusions.excluded(host, host + ":" + port));
  }

  @Test
  void aWrongLineIsNamed() {
    Usage wrong =
        assertThrows(Usage.class, () -> new Exclusions(List.of("", "1.2.3.4/33"), "list"));
    assertEquals(
        "list, line 2: '1.2.3.4/33' is no network; write it like 192.0.2.0/24", wrong.getMessage());
    assertThrows(Usage.class, () -> new Exclusions(List.of("1.2.3.4/x"), "list"));
    assertThrows(Usage.class, () -> new Exclusions(List.of("name/8"), "list"));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2::3, 2001:db8:1::/48",
    "::1, 0:0:0::/48",
    "node.example, node.example",
    "999.1.1.1, 999.1.1.1"
  })
  void prefixes(String host, String prefix) {
    assertEquals(prefix, Prefix.of(host));
  }
}
