// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.List;

/** The files in which the software of a network's own nodes records messages one after another. */
public interface MessageLog {
  /** How many first bytes {@link #matches} wants to see. */
  int HEAD = 64;

  /**
   * A message of such a file.
   *
   * @param nanos when, in nanoseconds since 1970
   * @param size how many bytes of the file it takes
   */
  record Entry(long nanos, MessageKind kind, byte[] body, int size) {}

  /**
   * What the names of a file and its folders tell.
   *
   * @param network the network, or null
   * @param peer the other end, {@code ip:port}; empty where nothing tells
   * @param sent whether the node itself said what is in the file
   */
  record Origin(Network network, String peer, boolean sent) {}

  /** Whether a file that begins like that is one; {@code first} may be all there is of it. */
  boolean matches(byte[] first);

  /**
   * What a place in the file system tells.
   *
   * @param names the file's own name, its folder's, that one's folder's, and so on
   */
  Origin origin(List<String> names);

  /**
   * Takes the first message of what waits, or tells with null that more bytes are needed.
   *
   * @throws dev.peerglot.codec.bytes.Malformed where no message begins
   */
  Entry next(Network network, StreamBuffer waiting);
}
