// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * The text format of secrets: one a line, {@code LABEL FIRST SECRET}, the last two in hex; {@code
 * #} starts a comment. FIRST is what identifies a connection end by bytes on the wire. In the
 * manner of TLS key logs (RFC 9850).
 */
public final class KeyLog {
  private KeyLog() {}

  /**
   * One secret.
   *
   * @param label what kind of secret it is
   * @param first what its owner shows on the wire
   * @param secret the secret itself
   */
  public record Line(String label, byte[] first, byte[] secret) {
    /** The line as it stands in a file, without its end. */
    public String text() {
      return label + ' ' + Hex.of(first) + ' ' + Hex.of(secret);
    }

    /** Says which secret it is, not the secret. */
    @Override
    public String toString() {
      return label + ' ' + Hex.of(first) + " (secret)";
    }
  }

  /**
   * The secrets of a text. Labels that nobody knows are kept: another protocol may.
   *
   * @throws Malformed naming the line that is no secret
   */
  public static List<Line> parse(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (line.isEmpty()) {
        continue;
      }
      String[] words = line.split("\\s+");
      if (words.length != 3 || !words[0].matches("[A-Z0-9_]+")) {
        if (words[0].matches("[A-Z0-9_]+") && words.length > 3) {
          continue; // a label of some other tool with a form of its own
        }
        throw Malformed.wrong("line " + number + " of the key log is no LABEL FIRST SECRET", -1);
      }
      try {
        lines.add(new Line(words[0], Hex.parse(words[1]), Hex.parse(words[2])));
      } catch (Malformed e) {
        throw Malformed.wrong("line " + number + " of the key log: " + e.getMessage(), -1);
      }
    }
    return lines;
  }
}
