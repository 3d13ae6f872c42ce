// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import java.util.Locale;

/** How it went with a peer; the same words on every network. */
public enum Verdict {
  /** The handshake was completed. */
  REACHED,
  /** It answered, and takes no more peers. */
  FULL,
  /** It answered, and belongs to another network. */
  WRONG_NETWORK,
  /** TCP was refused. */
  REFUSED,
  /** There is no way to the host. */
  UNREACHABLE,
  /** TCP did not answer in time. */
  TIMEOUT,
  /** Connected, and said nothing (more) in time. */
  SILENT,
  /** It closed the connection before the handshake was over. */
  HUNG_UP,
  /** It broke the rules of the protocol. */
  PROTOCOL_ERROR,
  /** The encryption could not be agreed on, or a message was not authentic. */
  CRYPTO_ERROR,
  /** The proxy did not do its part. */
  PROXY_ERROR,
  /** It was known, and left alone for a reason. */
  NOT_DIALLED;

  /** The word in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
