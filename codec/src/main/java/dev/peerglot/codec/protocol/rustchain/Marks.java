// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.protocol.Likeness;
import dev.peerglot.codec.protocol.Opening;
import dev.peerglot.codec.protocol.rustchain.message.AddrFrom;
import dev.peerglot.codec.protocol.rustchain.message.DraftPackage;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Side;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much the first bytes of a direction look like a message: by its name as the first key. */
enum Marks {
  /** Cannot be one. */
  NONE,
  /** More bytes will tell. */
  OPEN,
  /** An object with two keys that the draft of the book has as well. */
  DRAFT,
  /** Begins with the name of a message. */
  NAMED,
  /** Begins with the name of a message, and has a sender. */
  SENDER;

  private static final Pattern VALUE =
      Pattern.compile(
          "[ \\t\\r\\n]*\\{[ \\t\\r\\n]*\"("
              + String.join("|", Messages.ALL.all().stream().map(MessageKind::name).toList())
              + ")\"[ \\t\\r\\n]*:[ \\t\\r\\n]*[\\[{].*",
          Pattern.DOTALL);
  private static final Pattern DRAFT_VALUE =
      Pattern.compile(
          "[ \\t\\r\\n]*\\{[ \\t\\r\\n]*\"("
              + DraftPackage.KIND
              + "|"
              + DraftPackage.DATA
              + ")\"[ \\t\\r\\n]*:.*",
          Pattern.DOTALL);

  /** Looks at the first bytes of a direction; {@code complete} if no more will come. */
  static Marks of(byte[] first, boolean complete) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    Matcher value = VALUE.matcher(text);
    if (value.matches()) {
      return text.contains("\"" + AddrFrom.NAME + "\"") ? SENDER : NAMED;
    }
    boolean open = value.hitEnd() && !complete;
    Matcher draft = DRAFT_VALUE.matcher(text);
    if (draft.matches()) {
      boolean both =
          text.contains("\"" + DraftPackage.KIND + "\"")
              && text.contains("\"" + DraftPackage.DATA + "\"");
      return both ? DRAFT : complete ? NONE : OPEN;
    }
    return open || draft.hitEnd() && !complete ? OPEN : NONE;
  }

  /** Whether it is nothing of ours. */
  boolean isUnlike() {
    return this == NONE || this == OPEN;
  }

  /**
   * How much a stream looks like the protocol: the dialer speaks alone, but a capture may have
   * begun in the middle and have the sides the wrong way round.
   */
  static Likeness likeness(Opening opening) {
    byte[] dialer = opening.of(Side.DIALER);
    byte[] listener = opening.of(Side.LISTENER);
    boolean alone = dialer.length == 0 || listener.length == 0;
    Marks marks = dialer.length == 0 && listener.length > 0 ? NONE : of(dialer, opening.complete());
    Marks back = listener.length == 0 ? NONE : of(listener, opening.complete());
    Marks best = marks.compareTo(back) > 0 ? marks : back;
    Likeness.Degree degree =
        switch (best) {
          case NONE -> Likeness.Degree.NO;
          case OPEN -> Likeness.Degree.UNDECIDED;
          case DRAFT -> Likeness.Degree.POSSIBLE;
          case NAMED -> alone ? Likeness.Degree.LIKELY : Likeness.Degree.POSSIBLE;
          case SENDER -> alone ? Likeness.Degree.CERTAIN : Likeness.Degree.LIKELY;
        };
    return new Likeness(degree, null);
  }
}
