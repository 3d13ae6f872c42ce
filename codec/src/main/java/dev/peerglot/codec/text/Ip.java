// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * IP addresses as text. IPv4 dotted; IPv6 as RFC 5952 has it: lower case, no leading zeros, the
 * first longest run of at least two zero groups as {@code ::}. Names are never looked up.
 */
public final class Ip {
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Ip() {}

  /** Four bytes, dotted. */
  public static String v4(byte[] address) {
    return dotted(address, 0);
  }

  /** Sixteen bytes in groups; also an IPv4-mapped one. */
  public static String v6(byte[] address) {
    return new String(v6Ascii(address), StandardCharsets.ISO_8859_1);
  }

  /** The same as ASCII. */
  public static byte[] v6Ascii(byte[] address) {
    int start = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(address, i + run) == 0) {
        run++;
      }
      if (run > longest) {
        start = i;
        longest = run;
      }
      i += run;
    }
    byte[] text = new byte[39];
    int size = 0;
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text[size++] = ':';
        text[size++] = ':';
        i += longest - 1;
        continue;
      }
      if (size > 0 && text[size - 1] != ':') {
        text[size++] = ':';
      }
      int group = group(address, i);
      for (int shift = group > 0xfff ? 12 : group > 0xff ? 8 : group > 0xf ? 4 : 0; shift >= 0; ) {
        text[size++] = HEX[group >> shift & 15];
        shift -= 4;
      }
    }
    return size == text.length ? text : Arrays.copyOf(text, size);
  }

  private static int group(byte[] address, int number) {
    return (address[2 * number] & 0xff) << 8 | address[2 * number + 1] & 0xff;
  }

  /** Sixteen bytes: dotted if they are an IPv4-mapped address, in groups otherwise. */
  public static String either(byte[] address) {
    return isMapped(address) ? dotted(address, 12) : v6(address);
  }

  /** The same as ASCII. */
  public static byte[] eitherAscii(byte[] address) {
    return isMapped(address) ? dottedAscii(address, 12) : v6Ascii(address);
  }

  /** Whether sixteen bytes are an IPv4-mapped address, ::ffff:0:0/96. */
  public static boolean isMapped(byte[] address) {
    return Arrays.equals(address, 0, 12, MAPPED, 0, 12);
  }

  /** The sixteen bytes of an IPv4-mapped address. */
  public static byte[] mapped(byte[] v4) {
    byte[] address = Arrays.copyOf(MAPPED, 16);
    System.arraycopy(v4, 0, address, 12, 4);
    return address;
  }

  private static String dotted(byte[] a, int at) {
    return new String(dottedAscii(a, at), StandardCharsets.ISO_8859_1);
  }

  /** Four bytes, dotted, as ASCII. */
  public static byte[] v4Ascii(byte[] address) {
    return dottedAscii(address, 0);
  }

  private static byte[] dottedAscii(byte[] a, int at) {
    byte[] text = new byte[15];
    int size = 0;
    for (int i = at; i < at + 4; i++) {
      int octet = a[i] & 255;
      if (octet >= 100) {
        text[size++] = (byte) ('0' + octet / 100);
      }
      if (octet >= 10) {
        text[size++] = (byte) ('0' + octet / 10 % 10);
      }
      text[size++] = (byte) ('0' + octet % 10);
      if (i < at + 3) {
        text[size++] = '.';
      }
    }
    return size == text.length ? text : Arrays.copyOf(text, size);
  }

  /**
   * The four bytes of a dotted text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] parseV4(String text) {
    String[] octets = text.split("\\.", -1);
    byte[] address = new byte[4];
    boolean good = octets.length == 4;
    for (int i = 0; good && i < 4; i++) {
      int value = octets[i].matches("\\d{1,3}") ? Integer.parseInt(octets[i]) : 256;
      good = value <= 255;
      address[i] = (byte) value;
    }
    if (!good) {
      throw new IllegalArgumentException("as 192.0.2.7");
    }
    return address;
  }

  /**
   * The sixteen bytes of an IPv6 text; the last four may be dotted.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      throw new IllegalArgumentException("as 2001:db8::7");
    }
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
    int zeros = 8 - head.size() - tail.size();
    if (gap < 0 ? zeros != 0 : zeros < 1) {
      throw new IllegalArgumentException("as 2001:db8::7");
    }
    List<Integer> all = new ArrayList<>(head);
    all.addAll(java.util.Collections.nCopies(zeros, 0));
    all.addAll(tail);
    byte[] address = new byte[16];
    for (int i = 0; i < 8; i++) {
      address[2 * i] = (byte) (all.get(i) >> 8);
      address[2 * i + 1] = (byte) (int) all.get(i);
    }
    return address;
  }

  private static List<Integer> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] words = text.split(":", -1);
    for (int i = 0; i < words.length; i++) {
      if (last && i == words.length - 1 && words[i].indexOf('.') >= 0) {
        byte[] v4 = parseV4(words[i]);
        groups.add((v4[0] & 0xff) << 8 | v4[1] & 0xff);
        groups.add((v4[2] & 0xff) << 8 | v4[3] & 0xff);
      } else if (words[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(words[i], 16));
      } else {
        throw new IllegalArgumentException("as 2001:db8::7");
      }
    }
    return groups;
  }

  /**
   * The sixteen bytes of either notation, IPv4 mapped.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static byte[] parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : mapped(parseV4(text));
  }
}
