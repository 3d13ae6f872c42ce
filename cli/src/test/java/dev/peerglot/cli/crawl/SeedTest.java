// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.LocalSwarm;
import dev.peerglot.cli.Ran;
import dev.peerglot.codec.session.PeerAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SeedTest {
  private static final Pattern IDENTITY = Pattern.compile("\"identity\":\"([^\"]+)\"");

  /** The identity that belongs to the seed says nothing about the peers that it tells of. */
  @Test
  void anIdentityIsExpectedOfItsPeerAlone() throws Exception {
    try (LocalSwarm swarm = new LocalSwarm("libp2p", 4)) {
      PeerAddress first = swarm.addresses().getFirst();
      String seed = first.toString();
      Matcher identity = IDENTITY.matcher(Ran.command("dial", seed).out());
      assertTrue(identity.find());
      String multiaddr =
          "/ip4/" + first.host() + "/tcp/" + first.port() + "/p2p/" + identity.group(1);
      for (String spelling : new String[] {seed + "?peer-id=" + identity.group(1), multiaddr}) {
        Ran crawl = Ran.command("crawl", spelling, "--timeout", "5s");
        assertEquals(0, crawl.status(), crawl.err());
        assertEquals(4, crawl.lines().size(), crawl.out());
        assertTrue(
            crawl.lines().stream().allMatch(line -> line.contains("\"verdict\":\"reached\"")),
            crawl.out());
      }
      String other = "12D3KooWEKojedJY6xxckPCcj4DFKAbWTJ1HRpagh1vzRFM53dnt";
      assertEquals(ExitStatus.FAILED, Ran.command("dial", seed + "?peer-id=" + other).status());
    }
  }

  @Test
  void aWordThatIsNoAddressIsANetwork() {
    Ran ran = Ran.command("crawl", "bitshars");
    assertEquals(ExitStatus.USAGE, ran.status());
    assertTrue(ran.err().contains("did you mean bitshares"), ran.err());
  }
}
