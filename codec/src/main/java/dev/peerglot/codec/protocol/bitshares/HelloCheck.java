// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.bitshares.message.ConnectionRejected;
import dev.peerglot.codec.protocol.bitshares.message.Hello;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Verdict;
import java.util.Arrays;

/**
 * What is checked of a hello, in the order of {@code node_impl::on_hello_message} since 6.1.0:
 * chain, signature, empty id, own id, id already connected, room. Version and agent are never
 * judged.
 */
final class HelloCheck {
  private HelloCheck() {}

  /**
   * The outcome.
   *
   * @param code the reason of a rejection, or -1 for none
   * @param reason in words
   * @param verdict what that makes of the peer, or null where it is as good as any
   * @param stays whether the connection stays open for one address request
   */
  record Result(int code, String reason, Verdict verdict, boolean stays) {
    private static final Result GOOD = new Result(-1, "", null, false);
  }

  static Result judge(Hello hello, byte[] digest, Persona persona, byte[] ownId) {
    if (!Arrays.equals(hello.chainId(), persona.network().id())) {
      String reason =
          "You're on a different chain than I am.  I'm on "
              + Hex.of(persona.network().id())
              + " and you're on "
              + Hex.of(hello.chainId());
      return new Result(ConnectionRejected.DIFFERENT_CHAIN, reason, Verdict.WRONG_NETWORK, false);
    }
    if (!Handshake.isSigned(digest, hello)) {
      return new Result(
          ConnectionRejected.INVALID_HELLO_MESSAGE,
          "Invalid signature in hello message",
          Verdict.CRYPTO_ERROR,
          false);
    }
    byte[] id;
    try {
      id = UserData.read(hello.userData()).nodeId(hello.nodePublicKey());
    } catch (Malformed e) {
      return new Result(-1, e.line(), Verdict.PROTOCOL_ERROR, false);
    }
    if (Arrays.equals(id, new byte[33])) {
      return new Result(-1, "Your node id is all zero", Verdict.PROTOCOL_ERROR, false);
    }
    if (Arrays.equals(id, ownId)) {
      return new Result(
          ConnectionRejected.CONNECTED_TO_SELF, "I'm connecting to myself", Verdict.REACHED, false);
    }
    if (persona.company().contains(Hex.of(id))) {
      return new Result(
          ConnectionRejected.ALREADY_CONNECTED,
          "I'm already connected to you",
          Verdict.REACHED,
          false);
    }
    if (persona.full()) {
      return new Result(
          ConnectionRejected.NOT_ACCEPTING_CONNECTIONS,
          "not accepting any more incoming connections",
          null,
          true);
    }
    return Result.GOOD;
  }
}
