// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words that somebody may have meant who wrote another one. */
public final class Nearest {
  private Nearest() {}

  /** At most three words near the given one, nearest first; empty when none is near. */
  public static List<String> to(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(other -> near(lower, other.toLowerCase(Locale.ROOT), most))
        .sorted(Comparator.comparingInt(other -> distance(lower, other.toLowerCase(Locale.ROOT))))
        .limit(3)
        .toList();
  }

  private static boolean near(String word, String other, int most) {
    return distance(word, other) <= most
        || word.length() >= 3 && other.contains(word)
        || word.length() >= 5 && begins(word, other);
  }

  /** Whether a word is, but for one letter, the beginning of another one. */
  private static boolean begins(String word, String other) {
    for (int length = word.length() - 1; length <= word.length() + 1; length++) {
      if (length < other.length() && distance(word, other.substring(0, length)) <= 1) {
        return true;
      }
    }
    return false;
  }

  /** Least number of letters put in, taken out, changed, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = before;
      before = above;
      above = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
