// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.MessageKind;
import java.util.Arrays;
import java.util.List;

/**
 * A request and what answers it, for those who time answers.
 *
 * @param request the name of the message that asks
 * @param answers the names of the messages that answer; any of them does
 * @param key how many bytes at the beginning of both bodies must be the same; 0 where only the
 *     order tells which answer belongs to which request
 */
public record Exchange(String request, List<String> answers, int key) {
  /** An exchange that only the order tells. */
  public static Exchange of(String request, String... answers) {
    return new Exchange(request, List.of(answers), 0);
  }

  /** The same, where request and answer begin with the same bytes: a nonce, a hash. */
  public Exchange by(int bytes) {
    return new Exchange(request, answers, bytes);
  }

  /** Whether a message asks. */
  public boolean asks(MessageKind kind) {
    return request.equals(kind.name());
  }

  /** The bytes by which an answer is told from others. */
  public byte[] key(byte[] body) {
    return Arrays.copyOf(body, Math.min(key, body.length));
  }
}
