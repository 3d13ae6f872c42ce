// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.layer;

import dev.peerglot.crypto.noise.NoiseCipher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for Noise transport messages in bytes of which nobody knows where a message begins, nor how
 * many are missing before them. A tag proves a place and a number together, so pairs of them are
 * tried: places from which most lengths lead on from one to the next inside the window first, and
 * numbers by how large messages have been so far. When a message is found, those right before it
 * are, too. Work is bounded: of messages of tens of kilobytes one may not be found where the place
 * of none is known; of smaller ones it is.
 */
final class NoiseSearch {
  private static final int LENGTH = NoiseStorey.LENGTH;
  private static final int TAG = NoiseCipher.TAG_SIZE;
  private static final int LONGEST = LENGTH + NoiseCipher.MAXIMUM_MESSAGE;
  private static final int SHORTEST = LENGTH + TAG;

  /** How many chains of lengths are tried. */
  private static final int MOST_CHAINS = 1024;

  /** How many tags are tried at least; each byte of the window adds one. */
  private static final long LEAST_TRIES = 20_000L;

  /** Bytes that cost as much as trying a tag at all. */
  private static final int STEP = 1024;

  /** Chains of which fewer are expected by chance are no chance. */
  private static final double RARE = 0.1;

  private final NoiseCipher cipher;
  private final byte[] array;
  private final int index;
  private final int length;
  private final long distance;
  private final long first;
  private final double mean;
  private long tries;
  private int foundAt;
  private long found;

  /**
   * A message.
   *
   * @param offset where its length stands in the window
   * @param number its nonce
   */
  record Found(int offset, long number) {}

  /** Where a message may stand, one of a chain of so many. */
  private record Probe(int at, int count) {}

  /**
   * A search in a window.
   *
   * @param distance how many bytes before the window message {@code first} began
   * @param first the first message that is missing
   * @param mean how many bytes messages had so far, with their lengths
   */
  NoiseSearch(
      NoiseCipher cipher,
      byte[] array,
      int index,
      int length,
      long distance,
      long first,
      double mean) {
    this.cipher = cipher;
    this.array = array;
    this.index = index;
    this.length = length;
    this.distance = distance;
    this.first = first;
    this.mean = mean;
    this.tries = LEAST_TRIES + length;
  }

  /** The first message of the window that can be opened, or null. */
  Found find() {
    List<Probe> probes = probes();
    List<Probe> unlikely = new ArrayList<>();
    for (Probe probe : probes) {
      if (isChance(probe.count())) {
        unlikely.add(probe);
      } else if (around(List.of(probe))) {
        return back();
      }
    }
    return around(unlikely) ? back() : null;
  }

  /** Whether that many lengths may well lead on from one to the next by chance somewhere. */
  private boolean isChance(int count) {
    double expected = length;
    for (int i = 1; i <= count; i++) {
      expected *= (double) length / LONGEST / i;
    }
    return expected > RARE;
  }

  /** Tries numbers outwards from what the mean says, each at all of these places. */
  private boolean around(List<Probe> probes) {
    boolean any = !probes.isEmpty();
    for (long radius = 0; any && tries > 0; radius++) {
      any = false;
      for (Probe probe : probes) {
        long bytes = distance + probe.at();
        long least = first + (bytes + LONGEST - 1) / LONGEST;
        long most = first + bytes / SHORTEST;
        if (least > most) {
          continue; // too near to the border that is known
        }
        long guess = Math.clamp(first + Math.round(bytes / mean), least, most);
        any |= guess + radius <= most || guess - radius >= least;
        if (guess + radius <= most && opens(probe.at(), guess + radius)
            || radius > 0 && guess - radius >= least && opens(probe.at(), guess - radius)) {
          return true;
        }
      }
    }
    return false;
  }

  private int size(int at) {
    int place = index + at;
    return (array[place] & 0xff) << 8 | array[place + 1] & 0xff;
  }

  private boolean opens(int at, long number) {
    int size = size(at);
    tries -= 1 + size / STEP;
    boolean opened = cipher.openAt(number, array, index + at + LENGTH, size).isPresent();
    if (opened) {
      foundAt = at;
      found = number;
    }
    return opened;
  }

  /** The shortest message of each chain, of the longest chains first. */
  private List<Probe> probes() {
    int[] counts = counts();
    long[] order = new long[length];
    int chains = 0;
    for (int at = 0; at < length; at++) {
      if (counts[at] > 0) {
        order[chains++] = (long) -counts[at] << 32 | at;
      }
    }
    Arrays.sort(order, 0, chains);
    boolean[] seen = new boolean[length + 1];
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < chains && probes.size() < MOST_CHAINS; i++) {
      int at = (int) order[i];
      if (seen[at]) {
        continue;
      }
      int probe = at;
      int count = counts[at];
      for (int left = count; left > 0 && !seen[at]; left--) {
        seen[at] = true;
        probe = size(at) < size(probe) ? at : probe;
        at += LENGTH + size(at);
      }
      probes.add(new Probe(probe, count));
    }
    return probes;
  }

  /** From each place on, how many whole messages lengths lead over; -1: none begins there. */
  private int[] counts() {
    int[] counts = new int[length + 1];
    for (int at = length - LENGTH; at >= 0; at--) {
      int next = at + LENGTH + size(at);
      if (size(at) < TAG) {
        counts[at] = -1;
      } else if (next <= length) {
        counts[at] = counts[next] < 0 ? -1 : counts[next] + 1;
      }
    }
    return counts;
  }

  /** Goes back from the message that was found to those right before it. */
  private Found back() {
    int before = foundAt - SHORTEST;
    while (before >= 0 && foundAt - before <= LONGEST && found > first) {
      boolean fits = size(before) == foundAt - before - LENGTH;
      before = fits && opens(before, found - 1) ? foundAt - SHORTEST : before - 1;
    }
    return new Found(foundAt, found);
  }
}
