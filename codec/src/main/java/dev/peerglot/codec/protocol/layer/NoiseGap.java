// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.codec.session.Direction;
import dev.peerglot.crypto.noise.NoiseCipher;

/**
 * Bytes that are missing among the transport messages of a direction, and the search for the next
 * message behind them. Where the length of the message that is cut is known, so is where the next
 * one begins, and often that is behind the hole. Otherwise {@link NoiseSearch} looks in windows
 * that grow: what is found does not depend on how the bytes come.
 */
public final class NoiseGap {
  private static final int[] WINDOWS = {1 << 11, 1 << 13, 1 << 15, 1 << 17};
  private static final int WIDEST = 1 << 17;
  private static final int SLIDE = WIDEST / 2;
  private static final int MOST_SLIDES = 2;

  private final NoiseCipher cipher;
  private final double mean;
  private final long from;
  private final long first;
  private long border;
  private long number;
  private int tried;
  private int slides;
  private NoiseSearch.Found found;
  private long missing;

  NoiseGap(NoiseCipher cipher, double mean, Direction direction) {
    this.cipher = cipher;
    this.mean = mean;
    this.from = direction.at();
    this.first = cipher.counter();
    this.border = from;
    this.number = first;
    int waiting = direction.waiting();
    if (waiting >= NoiseStorey.LENGTH) {
      int size = direction.buffer().u8(0) << 8 | direction.buffer().u8(1);
      if (size >= NoiseCipher.TAG_SIZE) {
        border = from + NoiseStorey.LENGTH + size;
        number = first + 1;
      }
    }
  }

  /** More bytes are missing before a message was found. */
  public void widen() {
    tried = 0;
  }

  /**
   * Looks for a message among the bytes that wait.
   *
   * @param last whether no more will come without a hole
   * @return how many bytes stand before it; -1 if it is not found (yet)
   */
  public int find(Direction direction, boolean last) {
    int known = border >= direction.at() ? atBorder(direction) : -1;
    if (border >= direction.at()) {
      return known;
    }
    int waiting = direction.waiting();
    while (found == null && tried < WINDOWS.length && waiting >= WINDOWS[tried]) {
      search(direction, WINDOWS[tried++]);
    }
    if (found == null && last) {
      search(direction, Math.min(waiting, WIDEST));
    }
    return found == null ? -1 : taken(direction);
  }

  private int atBorder(Direction direction) {
    long before = border - direction.at();
    if (direction.waiting() < before + NoiseStorey.LENGTH) {
      return -1;
    }
    int at = (int) before;
    int size = direction.buffer().u8(at) << 8 | direction.buffer().u8(at + 1);
    if (direction.waiting() < before + NoiseStorey.LENGTH + size) {
      return -1;
    }
    found = new NoiseSearch.Found(at, number);
    return taken(direction);
  }

  private void search(Direction direction, int length) {
    byte[] array = direction.buffer().array();
    int index = direction.buffer().index();
    long distance = direction.at() - border;
    found = new NoiseSearch(cipher, array, index, length, distance, number, mean).find();
  }

  private int taken(Direction direction) {
    long bytes = direction.at() + found.offset() - from;
    long messages = found.number() - first;
    missing = bytes - messages * (NoiseStorey.LENGTH + NoiseCipher.TAG_SIZE);
    cipher.moveTo(found.number());
    return found.offset();
  }

  /** How many bytes inside the cipher are missing before the message that was found. */
  public long missing() {
    return missing;
  }

  /** How many of the bytes that wait need not be looked at again. */
  public int hopeless(Direction direction) {
    if (tried < WINDOWS.length || direction.waiting() < WIDEST) {
      return 0;
    }
    tried = WINDOWS.length - 1;
    slides++;
    return SLIDE;
  }

  /** Whether it is time to give up. */
  public boolean isLost() {
    return slides > MOST_SLIDES;
  }
}
