// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.message;

import dev.peerglot.codec.protocol.bitshares.Primitives;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** The clock comparison that also keeps a connection alive: 5012 and 5013. */
public final class CurrentTime {
  private CurrentTime() {}

  /** {@code current_time_request_message}, 5012; accepted in any state. */
  public record Request(long requestSentTime) {
    /** How it looks. */
    public static final Sequence<Request> WIRE =
        Rows.of(Request.class)
            .field(
                "request_sent_time",
                Primitives.micros,
                Request::requestSentTime,
                "the asker's clock")
            .make("current_time_request_message", Request::new);
  }

  /** {@code current_time_reply_message}, 5013. */
  public record Answer(long requestSentTime, long requestReceivedTime, long replyTransmittedTime) {
    /** How it looks. */
    public static final Sequence<Answer> WIRE =
        Rows.of(Answer.class)
            .field("request_sent_time", Primitives.micros, Answer::requestSentTime, "echo")
            .field(
                "request_received_time",
                Primitives.micros,
                Answer::requestReceivedTime,
                "the answerer's clock when the request came")
            .field(
                "reply_transmitted_time",
                Primitives.micros,
                Answer::replyTransmittedTime,
                "the answerer's clock when the answer went")
            .make("current_time_reply_message", Answer::new);
  }
}
