// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.session.Direction;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bytes of one direction that came up from a storey below, in pieces that stood together on the
 * wire. A byte that is taken here counts as understood there; what came with it below (headers,
 * tags) is counted below. One plain byte stands for one byte on the wire, as stream ciphers have
 * it.
 */
public final class Carried implements Flow {
  private final Direction direction;
  private final StreamBuffer buffer = new StreamBuffer();
  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();

  /** A piece: its first byte here and on the wire. */
  private record Piece(long here, long wire) {}

  /** Nothing yet, of this direction. */
  public Carried(Direction direction) {
    this.direction = direction;
  }

  /** Adds a piece whose first byte stands at {@code wire} in the direction's stream. */
  public void add(byte[] bytes, int offset, int length, long wire) {
    if (length > 0) {
      pieces.add(new Piece(buffer.at() + buffer.size(), wire));
      buffer.add(bytes, offset, length);
    }
  }

  /** Moves bytes to another flow above, piece by piece; they are not understood by that. */
  public void move(int length, Carried other) {
    for (int left = length; left > 0; ) {
      int count = Math.min(left, piece());
      other.add(buffer.array(), buffer.index(), count, at());
      skip(count);
      left -= count;
    }
  }

  /** How many of the waiting bytes came in the first piece. */
  public int piece() {
    var it = pieces.iterator();
    if (!it.hasNext()) {
      return 0;
    }
    it.next();
    return it.hasNext() ? (int) (it.next().here() - buffer.at()) : buffer.size();
  }

  /** How large frames are, as far as one can tell by looking at their first bytes. */
  public interface Measure {
    /** The size of the frame at a waiting byte; 0 if it is not all there, -1 if it is none. */
    int size(int index);
  }

  /**
   * Where frames begin again behind bytes that are missing: at the first border of pieces from
   * which whole frames lead to another border; senders begin and end most of their pieces with a
   * frame. -1 if there is none yet.
   */
  public int regain(Measure measure) {
    Set<Integer> borders = new LinkedHashSet<>(List.of(0));
    for (Piece piece : pieces) {
      borders.add((int) Math.max(0, piece.here() - buffer.at()));
    }
    borders.add(buffer.size());
    for (int border : borders) {
      for (int at = border; at < buffer.size(); ) {
        int size = measure.size(at);
        if (size <= 0 || size > buffer.size() - at) {
          break;
        }
        at += size;
        if (borders.contains(at)) {
          return border;
        }
      }
    }
    return -1;
  }

  /** A copy of waiting bytes that stay. */
  public byte[] peek(int index, int length) {
    return buffer.peek(index, length);
  }

  @Override
  public int waiting() {
    return buffer.size();
  }

  @Override
  public int u8(int index) {
    return buffer.u8(index);
  }

  /** Four waiting bytes, high byte first. */
  public long u32be(int index) {
    return buffer.u32be(index);
  }

  @Override
  public long at() {
    Piece first = pieces.peek();
    return first == null ? direction.at() : first.wire() + buffer.at() - first.here();
  }

  @Override
  public byte[] take(int length) {
    byte[] taken = buffer.peek(0, length);
    skip(length);
    direction.understood(length);
    return taken;
  }

  @Override
  public void pass(int length) {
    skip(length);
    direction.understood(length);
  }

  @Override
  public void waste(int length) {
    skip(length);
  }

  private void skip(int length) {
    buffer.skip(length);
    while (!pieces.isEmpty() && (buffer.size() == 0 || piece() <= 0)) {
      pieces.remove();
    }
  }
}
