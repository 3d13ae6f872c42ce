// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.crawl;

import dev.peerglot.cli.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who asked not to be dialled. A text file, one a line: an address ({@code 192.0.2.7}), a network
 * ({@code 192.0.2.0/24}, {@code 2001:db8::/32}), a name, any of the first and last with a port;
 * {@code #} starts a comment.
 */
public final class Exclusions {
  /** Nobody is excluded. */
  public static final Exclusions NONE = new Exclusions(List.of(), "");

  private final Set<String> hosts = new HashSet<>();
  private final List<Block> blocks = new ArrayList<>();

  private record Block(byte[] address, int bits) {
    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i & 7);
        if (((address[i >> 3] ^ other[i >> 3]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The exclusions of some lines.
   *
   * @param name what to call them in errors
   */
  public Exclusions(List<String> lines, String name) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (line.contains("/")) {
        blocks.add(block(line, name + ", line " + (i + 1)));
      } else if (!line.isEmpty()) {
        hosts.add(line);
      }
    }
  }

  /** The exclusions of a file. */
  public static Exclusions read(String file) {
    try {
      return new Exclusions(Files.readAllLines(Path.of(file)), file);
    } catch (IOException e) {
      throw Usage.badInput("cannot read the exclusions " + file);
    }
  }

  private static Block block(String text, String place) {
    int slash = text.indexOf('/');
    byte[] address = Prefix.numeric(text.substring(0, slash));
    try {
      int bits = Integer.parseInt(text.substring(slash + 1));
      if (address != null && bits >= 0 && bits <= address.length * 8) {
        return new Block(address, bits);
      }
    } catch (NumberFormatException e) {
      throw Usage.badInput(place + ": '" + text + "' has no number of bits behind the slash");
    }
    throw Usage.badInput(place + ": '" + text + "' is no network; write it like 192.0.2.0/24");
  }

  /** Whether a peer is excluded. */
  public boolean excluded(String host, String endpoint) {
    if (hosts.isEmpty() && blocks.isEmpty()) {
      return false;
    }
    if (hosts.contains(host.toLowerCase(Locale.ROOT))
        || hosts.contains(endpoint.toLowerCase(Locale.ROOT))) {
      return true;
    }
    byte[] address = blocks.isEmpty() ? null : Prefix.numeric(host);
    return address != null && blocks.stream().anyMatch(block -> block.holds(address));
  }
}
