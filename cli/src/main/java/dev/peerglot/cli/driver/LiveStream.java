// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Side;

/** The label of a live connection in records. */
public final class LiveStream {
  private LiveStream() {}

  /** The label of a connection in which we are one side. */
  public static Stream of(long number, Line line, Side me, String network, Talk talk) {
    String local = new PeerAddress("", line.localHost(), line.localPort()).endpoint();
    String remote = new PeerAddress("", line.remoteHost(), line.remotePort()).endpoint();
    boolean dialing = me == Side.DIALER;
    return new Stream(
        number,
        dialing ? local : remote,
        dialing ? remote : local,
        network,
        talk.endpoint().transcript().transport());
  }
}
