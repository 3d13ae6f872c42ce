// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Segwit addresses: Bech32 (BIP 173) for witness version 0, Bech32m (BIP 350) for versions 1 to 16.
 * A network's prefix, {@code 1}, then in letters of five bits the version, the program (2 to 40
 * bytes) and six letters of a BCH checksum; at most 90 letters, all of one case. Other networks
 * write plain bytes in Bech32, without a version.
 */
public final class Bech32 {
  static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  private static final byte[] LETTERS = ALPHABET.getBytes(StandardCharsets.US_ASCII);
  private static final int CHECKSUM = 6;

  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  /** What the five bits that leave the checksum's register add to it. */
  private static final int[] REDUCED = reduced();

  private static final int M = 0x2bc830a3;

  private Bech32() {}

  /**
   * What an address stands for.
   *
   * @param version the witness version, 0 to 16
   * @param program the witness program
   */
  public record Witness(int version, byte[] program) {}

  private static int[] reduced() {
    int[] reduced = new int[32];
    for (int top = 0; top < reduced.length; top++) {
      for (int i = 0; i < GENERATOR.length; i++) {
        reduced[top] ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
      }
    }
    return reduced;
  }

  /** The address of a witness program under a network's prefix. */
  public static String encode(String prefix, int version, byte[] program) {
    return new String(
        ascii(prefix, version, program, 0, program.length), StandardCharsets.US_ASCII);
  }

  /** The same as ASCII, for a program that is a part of an array; in one go over its bits. */
  public static byte[] ascii(String prefix, int version, byte[] array, int index, int length) {
    int at = prefix.length();
    byte[] text = new byte[at + 2 + (length * 8 + 4) / 5 + CHECKSUM];
    for (int i = 0; i < at; i++) {
      text[i] = (byte) prefix.charAt(i);
    }
    text[at++] = '1';
    text[at++] = LETTERS[version];
    int state = step(begin(prefix), version);
    int held = 0;
    int bits = 0;
    for (int i = index; i < index + length; i++) {
      held = held << 8 | array[i] & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        int word = held >> bits & 31;
        state = step(state, word);
        text[at++] = LETTERS[word];
      }
    }
    if (bits > 0) {
      int word = held << 5 - bits & 31;
      state = step(state, word);
      text[at++] = LETTERS[word];
    }
    for (int i = 0; i < CHECKSUM; i++) {
      state = step(state, 0);
    }
    state ^= version == 0 ? 1 : M;
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      text[at++] = LETTERS[state >> 5 * i & 31];
    }
    return text;
  }

  /** Bytes in Bech32 (BIP 173) behind a prefix, without a version. */
  public static String encodeBytes(String prefix, byte[] bytes) {
    return text(prefix, words(bytes, 0), 1);
  }

  private static String text(String prefix, byte[] words, int constant) {
    int residue = residue(prefix, words, new byte[6]) ^ constant;
    StringBuilder text = new StringBuilder(prefix).append('1');
    for (byte word : words) {
      text.append(ALPHABET.charAt(word));
    }
    for (int i = 5; i >= 0; i--) {
      text.append(ALPHABET.charAt(residue >> 5 * i & 31));
    }
    return text.toString();
  }

  /**
   * The witness program of an address.
   *
   * @throws IllegalArgumentException if it is none under that prefix: letters, length, checksum
   */
  public static Witness decode(String prefix, String address) {
    byte[] all = checked(prefix, address);
    byte[] words = Arrays.copyOf(all, all.length - 6);
    if (words.length < 2) {
      throw new IllegalArgumentException("an address that is too short");
    }
    int version = words[0];
    if (residue(prefix, all, new byte[0]) != (version == 0 ? 1 : M)) {
      throw new IllegalArgumentException("an address whose checksum does not fit");
    }
    byte[] program = bytes(words, 1);
    boolean fits = program.length >= 2 && program.length <= 40 && version <= 16;
    if (!fits || version == 0 && program.length != 20 && program.length != 32) {
      throw new IllegalArgumentException("an address of a wrong length or version");
    }
    return new Witness(version, program);
  }

  /**
   * The bytes of a Bech32 text without a version.
   *
   * @throws IllegalArgumentException if it is none under that prefix: letters, length, checksum
   */
  public static byte[] decodeBytes(String prefix, String address) {
    byte[] all = checked(prefix, address);
    if (residue(prefix, all, new byte[0]) != 1) {
      throw new IllegalArgumentException("an address whose checksum does not fit");
    }
    return bytes(Arrays.copyOf(all, all.length - 6), 0);
  }

  /** The five-bit values behind a prefix, checksum included; its six letters are there. */
  private static byte[] checked(String prefix, String address) {
    String text = address.toLowerCase(Locale.ROOT);
    boolean oneCase = text.equals(address) || address.toUpperCase(Locale.ROOT).equals(address);
    if (!oneCase || text.length() > 90 || !text.startsWith(prefix + "1")) {
      throw new IllegalArgumentException("an address that begins with " + prefix + "1");
    }
    byte[] all = letters(text.substring(prefix.length() + 1));
    if (all.length < 6) {
      throw new IllegalArgumentException("an address that is too short");
    }
    return all;
  }

  /** The five-bit values of letters. */
  static byte[] letters(String text) {
    byte[] values = new byte[text.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ALPHABET.indexOf(text.charAt(i));
      if (values[i] < 0) {
        throw new IllegalArgumentException("'" + text.charAt(i) + "' is no bech32 letter");
      }
    }
    return values;
  }

  /** Bytes as five-bit values behind some free places, the last one filled up with zero bits. */
  static byte[] words(byte[] bytes, int free) {
    byte[] words = new byte[free + (bytes.length * 8 + 4) / 5];
    int held = 0;
    int bits = 0;
    int at = free;
    for (byte b : bytes) {
      held = (held << 8 | b & 0xff) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        words[at++] = (byte) (held >> bits & 31);
      }
    }
    if (bits > 0) {
      words[at] = (byte) (held << 5 - bits & 31);
    }
    return words;
  }

  /** Five-bit values from a place on as bytes; more than four bits left over, or set ones, fail. */
  static byte[] bytes(byte[] words, int from) {
    byte[] bytes = new byte[(words.length - from) * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = from; i < words.length; i++) {
      held = (held << 5 | words[i]) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    if (bits >= 5 || (held & (1 << bits) - 1) != 0) {
      throw new IllegalArgumentException("an address with bits left over");
    }
    return bytes;
  }

  private static int residue(String prefix, byte[] words, byte[] more) {
    int state = begin(prefix);
    for (byte word : words) {
      state = step(state, word);
    }
    for (byte word : more) {
      state = step(state, word);
    }
    return state;
  }

  private static int begin(String prefix) {
    int state = 1;
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) >> 5);
    }
    state = step(state, 0);
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) & 31);
    }
    return state;
  }

  private static int step(int state, int word) {
    return (state & 0x1ffffff) << 5 ^ word ^ REDUCED[state >>> 25];
  }
}
