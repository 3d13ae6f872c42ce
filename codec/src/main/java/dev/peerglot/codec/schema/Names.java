// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for numbers: either one word a value, or one word a bit. A number without a word survives
 * and is shown as it is.
 */
public final class Names {
  private static final int CACHED = 64;

  /** A bit that has no word: 0 to 63. */
  private static final Pattern UNNAMED = Pattern.compile("bit (\\d|[1-5]\\d|6[0-3])");

  /** The words of a number, for the next time that it comes: most numbers come again and again. */
  private record Known(long value, String word, List<String> list) {}

  private final boolean flags;
  private final Map<Long, String> words = new LinkedHashMap<>();
  private final Known[] known = new Known[CACHED];
  private String prefix = "";

  private Names(boolean flags) {
    this.flags = flags;
  }

  /** Words for whole values. */
  public static Names values() {
    return new Names(false);
  }

  /** Words for single bits; numbers are bit positions. */
  public static Names bits() {
    return new Names(true);
  }

  /** Adds a word; for use while the table is being declared. */
  public Names on(long number, String word) {
    words.put(number, word);
    Arrays.fill(known, null);
    return this;
  }

  /**
   * People may write this before a word, as the network's own sources do; for use while the table
   * is being declared.
   */
  public Names prefix(String before) {
    prefix = before;
    return this;
  }

  /** Whether the words stand for bits. */
  public boolean isFlags() {
    return flags;
  }

  /** All words by value or bit position, in the order of their declaration. */
  public Map<Long, String> words() {
    return Collections.unmodifiableMap(words);
  }

  /** The word for a value, or null. */
  public String word(long value) {
    return known(value).word;
  }

  private Known known(long value) {
    int slot = (int) (value ^ value >>> 6 ^ value >>> 12 ^ value >>> 32) & CACHED - 1;
    Known cached = known[slot];
    if (cached == null || cached.value != value) {
      cached = new Known(value, words.get(value), flags ? List.copyOf(set(value)) : List.of());
      known[slot] = cached;
    }
    return cached;
  }

  /** The words for all bits that are set; a bit without a word shows as {@code bit 17}. */
  public List<String> list(long value) {
    return known(value).list;
  }

  private List<String> set(long value) {
    List<String> set = new ArrayList<>();
    for (long rest = value; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      String word = words.get((long) bit);
      set.add(word == null ? "bit " + bit : word);
    }
    return set;
  }

  /**
   * The number that a word stands for, or null; for bits also several words, and bits without a
   * word, as {@code NETWORK|WITNESS|bit 17}.
   */
  public Long number(String text) {
    if (!flags) {
      return place(text);
    }
    long value = 0;
    for (String word : text.split("\\|", -1)) {
      Long bit = bit(word.strip());
      if (bit == null) {
        return null;
      }
      value |= 1L << bit;
    }
    return value;
  }

  private Long bit(String word) {
    Matcher unnamed = UNNAMED.matcher(word);
    return unnamed.matches() ? Long.valueOf(unnamed.group(1)) : place(word);
  }

  private Long place(String word) {
    boolean prefixed = word.regionMatches(true, 0, prefix, 0, prefix.length());
    String bare = prefixed ? word.substring(prefix.length()) : word;
    for (Map.Entry<Long, String> entry : words.entrySet()) {
      if (entry.getValue().equalsIgnoreCase(bare)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
