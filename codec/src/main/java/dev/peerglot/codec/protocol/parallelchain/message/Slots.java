// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/**
 * Where the byte strings of a block's data are: nine of the header, then the transactions, then as
 * many receipts.
 *
 * @param array the bytes around them; not to be changed
 * @param starts index of the first byte of each
 * @param ends index behind the last byte of each
 */
record Slots(byte[] array, int[] starts, int[] ends) {
  /** How many slots belong to the header. */
  static final int HEADER = 9;

  /** Moves past a list of byte strings. */
  static Slots read(In in) {
    int at = in.at();
    long count = in.u32le();
    if (count * 4 > in.left()) {
      throw Malformed.wrong(
          count + " slots of at least 4 bytes, but " + in.left() + " bytes are left", at);
    }
    int[] starts = new int[(int) count];
    int[] ends = new int[(int) count];
    for (int i = 0; i < count; i++) {
      at = in.at();
      long length = in.u32le();
      if (length > in.left()) {
        throw Malformed.wrong("a slot of " + length + " bytes, but " + in.left() + " are left", at);
      }
      starts[i] = in.take((int) length);
      ends[i] = in.index();
    }
    return new Slots(in.array(), starts, ends);
  }

  /** How many there are. */
  int count() {
    return starts.length;
  }

  /** How many transactions there are, where the count is right. */
  int transactions() {
    return (count() - HEADER) / 2;
  }

  /** The length of one. */
  int length(int slot) {
    return ends[slot] - starts[slot];
  }

  /** A window over one. */
  In in(int slot) {
    return new In(array, starts[slot], length(slot));
  }

  /** SHA-256 of one. */
  byte[] hash(int slot) {
    return Sha256.of(array, starts[slot], length(slot));
  }

  /** SHA-256 of the header's values one after another, without their lengths. */
  byte[] headerHash() {
    Sha256 hash = new Sha256();
    for (int slot = 0; slot < HEADER; slot++) {
      hash.update(array, starts[slot], length(slot));
    }
    return hash.digest();
  }

  /** Whether their lengths are these. */
  boolean fit(List<Integer> lengths) {
    for (int slot = 0; slot < lengths.size(); slot++) {
      if (length(slot) != lengths.get(slot)) {
        return false;
      }
    }
    return true;
  }
}
