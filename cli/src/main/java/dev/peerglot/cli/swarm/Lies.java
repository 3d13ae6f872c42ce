// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Addresses that do not exist: hundreds on loopback where nobody listens, and others that no
 * crawler may dial: documentation ranges (RFC 5737), private, multicast, reserved. None is a host
 * of anybody.
 */
final class Lies {
  private static final int MOST = 800;

  private Lies() {}

  static List<PeerAddress> invent(Network network, Random random) {
    List<PeerAddress> lies = new ArrayList<>();
    int count = MOST / 2 + random.nextInt(MOST / 2);
    for (int i = 0; i < count; i++) {
      String host =
          switch (random.nextInt(8)) {
            case 0 -> "192.0.2." + random.nextInt(256);
            case 1 -> "10." + octets(random);
            case 2 -> "192.168." + random.nextInt(256) + "." + random.nextInt(256);
            case 3 -> "224." + octets(random);
            case 4 -> "245." + octets(random);
            case 5 -> "0." + octets(random);
            default -> "127.201." + random.nextInt(256) + "." + (1 + random.nextInt(254));
          };
      lies.add(new PeerAddress(network.scheme(), host, 1024 + random.nextInt(60_000)));
    }
    return lies;
  }

  private static String octets(Random random) {
    return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }
}
