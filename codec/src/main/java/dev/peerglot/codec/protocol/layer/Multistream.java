// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * multistream-select 1.0.0 on one flow in each direction: the initiator proposes protocols one by
 * one until the responder echoes one ({@code multiformats/multistream-select}).
 *
 * <pre>
 * token:  varint length | text | 0a          the length counts the 0a; at most 2 bytes, 16,383
 * initiator:  /multistream/1.0.0  /a            /b
 * responder:  /multistream/1.0.0      na            /b
 * </pre>
 *
 * <p>Behind a proposal nothing of the initiator is read before the answer: it may have sent the
 * protocol's own bytes along (V1Lazy). Where the answer is then {@code na}, these bytes are what
 * was sent ahead, no fault. A simultaneous open is not followed: {@code
 * /libp2p/simultaneous-connect} that is accepted ends the negotiation with a fault.
 */
public final class Multistream {
  /** First token of each side. */
  public static final String HEADER = "/multistream/1.0.0";

  /** The answer to a proposal that is refused. */
  public static final String NA = "na";

  /** The question which protocols there are. */
  public static final String LIST = "ls";

  /** The proposal of a side that dials while it is dialled. */
  public static final String SIMULTANEOUS = "/libp2p/simultaneous-connect";

  private static final int MOST_PROPOSALS = 1000;
  private static final int LONGEST = 16_383;
  private static final int HEADER_SIZE = token(HEADER).length;

  private final Side initiator;
  private final boolean[] begun = new boolean[2];
  private final long[] began = {-1, -1};
  private String pending;
  private String protocol;
  private int proposals;
  private boolean refused;
  private boolean ahead;
  private final boolean[] unsure = new boolean[2];

  /** A negotiation that has not begun. */
  public Multistream(Side initiator) {
    this.initiator = initiator;
  }

  /** Who hears what is said. */
  public interface Listener {
    /** The initiator proposes; the size is of all tokens that this tells of. */
    void proposed(long at, long size, String protocol);

    /** The responder accepts or refuses what was proposed last. */
    void answered(long at, long size, String protocol, boolean accepted);
  }

  /** The bytes of a token. */
  public static byte[] token(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    Out out = new Out(utf8.length + 4);
    return Varint.put(out, utf8.length + 1).bytes(utf8).u8('\n').toBytes();
  }

  /** The bytes of several tokens. */
  public static byte[] tokens(String... texts) {
    Out out = new Out();
    for (String text : texts) {
      out.bytes(token(text));
    }
    return out.toBytes();
  }

  /** What both sides have agreed on, or null. */
  public String protocol() {
    return protocol;
  }

  /** What was proposed and not answered yet, or null. */
  public String pending() {
    return pending;
  }

  /** Whether the last proposal was refused and no other has come. */
  public boolean isRefused() {
    return refused;
  }

  /** Whether what the initiator sent behind a refused proposal is no token: it was sent ahead. */
  public boolean isAhead() {
    return ahead;
  }

  /** Whether anything was said. */
  public boolean hasBegun() {
    return begun[0] || begun[1];
  }

  /** Tokens of a side may be missing: what the other says, and what follows, tells of them. */
  public void astray(Side side) {
    unsure[side.ordinal()] = true;
  }

  /**
   * Takes a token of the negotiation that comes when its end was already told from elsewhere.
   *
   * @return whether there was one
   */
  public boolean takeLate(Flow flow) {
    for (String text : List.of(HEADER, protocol == null ? HEADER : protocol)) {
      byte[] token = token(text);
      boolean same = flow.waiting() >= token.length;
      for (int i = 0; same && i < token.length; i++) {
        same = flow.u8(i) == (token[i] & 0xff);
      }
      if (same) {
        flow.pass(token.length);
        return true;
      }
    }
    return false;
  }

  /** Whether what waits can be a token: not whole, or one that begins and ends as they do. */
  private static boolean canBeToken(Flow flow) {
    try {
      Varint.Number length = length(flow);
      if (length == null || flow.waiting() <= length.size()) {
        return true;
      }
      int last = length.size() + (int) length.value() - 1;
      int letter = flow.u8(length.size());
      boolean begins = letter == '/' || letter == 'n' && length.value() == NA.length() + 1;
      return begins && (flow.waiting() <= last || flow.u8(last) == '\n');
    } catch (Malformed e) {
      return false;
    }
  }

  /** Goes on where tokens are missing; whether that told anything. */
  private boolean bridge(Side from, Flow flow, Listener listener) {
    boolean token = canBeToken(flow);
    boolean name = pending != null && !pending.equals(LIST) && !pending.equals(SIMULTANEOUS);
    if (unsure[initiator.other().ordinal()] && name && !token) {
      protocol = pending;
      pending = null;
      listener.answered(flow.at(), 0, protocol, true);
      return true;
    }
    if (unsure[initiator.other().ordinal()] && pending != null && from == initiator) {
      Varint.Number length = length(flow);
      if (length != null && flow.waiting() >= length.size() + length.value()) {
        pending = null; // nobody proposes twice unless refused
        refused = true;
        return true;
      }
    }
    boolean unasked = from != initiator && unsure[initiator.ordinal()] && pending == null;
    if (unasked && begun[from.ordinal()] && token) {
      Varint.Number length = length(flow);
      if (length != null && flow.waiting() >= length.size() + length.value()) {
        pending = text(flow, length);
        return true; // and is answered with the same
      }
    }
    return false;
  }

  /**
   * Takes one token of a side, if it is its turn and the token is whole.
   *
   * @return whether it took one
   * @throws Malformed if this is no negotiation
   */
  public boolean step(Side from, Flow flow, Listener listener) {
    int side = from.ordinal();
    if (protocol == null && !ahead && (unsure[0] || unsure[1]) && flow.waiting() > 0) {
      if (bridge(from, flow, listener)) {
        return true;
      }
      if (unsure[side] && !canBeToken(flow)) {
        return false;
      }
    }
    boolean turn = !begun[side] || from == initiator == (pending == null);
    if (protocol != null || ahead || !turn) {
      return false;
    }
    Varint.Number length;
    try {
      length = length(flow);
    } catch (Malformed e) {
      if (from == initiator && refused) {
        ahead = true;
        return true;
      }
      throw e;
    }
    if (length == null || flow.waiting() < length.size() + length.value()) {
      return false;
    }
    long at = flow.at();
    int size = length.size() + (int) length.value();
    if (from == initiator && refused && !isToken(flow, length)) {
      ahead = true;
      return true;
    }
    String text = text(flow, length);
    flow.pass(size);
    if (!begun[side] && (text.equals(HEADER) || !unsure[side])) {
      if (!text.equals(HEADER)) {
        throw Malformed.wrong("begins with '" + shown(text) + "', not with " + HEADER, -1);
      }
      begun[side] = true;
      began[side] = at;
      return true;
    }
    begun[side] = true;
    if (from != initiator && pending == null) {
      pending = text; // what was proposed is missing, and echoed here
    }
    long from0 = began[side] < 0 ? at : began[side];
    long whole = began[side] < 0 ? size : size + HEADER_SIZE;
    began[side] = -1;
    if (from == initiator) {
      proposed(from0, whole, text, listener);
    } else {
      answered(from0, whole, text, listener);
    }
    return true;
  }

  private void proposed(long at, long size, String text, Listener listener) {
    if (!text.startsWith("/") && !text.equals(LIST)) {
      throw Malformed.wrong("proposes '" + shown(text) + "', which does not begin with /", -1);
    }
    if (++proposals > MOST_PROPOSALS) {
      throw Malformed.limit("more than " + MOST_PROPOSALS + " proposals", -1);
    }
    pending = text;
    refused = false;
    listener.proposed(at, size, text);
  }

  private void answered(long at, long size, String text, Listener listener) {
    String asked = pending;
    pending = null;
    if (asked.equals(LIST)) {
      listener.answered(at, size, asked, !text.equals(NA));
    } else if (text.equals(NA)) {
      refused = true;
      listener.answered(at, size, asked, false);
    } else if (!text.equals(asked)) {
      throw Malformed.wrong("answers '" + shown(text) + "' to " + asked, -1);
    } else if (asked.equals(SIMULTANEOUS)) {
      throw Malformed.wrong("agrees on a simultaneous open, which is not followed", -1);
    } else {
      protocol = asked;
      listener.answered(at, size, asked, true);
    }
  }

  private static Varint.Number length(Flow flow) {
    Varint.Number length = Varint.peek(flow, 0);
    if (length != null && (length.value() == 0 || length.value() > LONGEST)) {
      throw Malformed.wrong("a token of " + length.value() + " bytes", -1);
    }
    return length;
  }

  private static boolean isToken(Flow flow, Varint.Number length) {
    int last = length.size() + (int) length.value() - 1;
    return flow.u8(last) == '\n' && flow.u8(length.size()) == '/';
  }

  private static String text(Flow flow, Varint.Number length) {
    int count = (int) length.value() - 1;
    if (flow.u8(length.size() + count) != '\n') {
      throw Malformed.wrong("a token does not end with a line feed", -1);
    }
    byte[] utf8 = new byte[count];
    for (int i = 0; i < count; i++) {
      utf8[i] = (byte) flow.u8(length.size() + i);
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String shown(String text) {
    String line = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return line.replaceAll("\\p{Cntrl}", "?");
  }
}
