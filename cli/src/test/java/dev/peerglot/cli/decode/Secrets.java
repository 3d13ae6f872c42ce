// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** What opens the recordings, as a key log. */
final class Secrets {
  private Secrets() {}

  /** The secrets of all recordings. */
  static String keyLog() throws IOException {
    StringBuilder log = new StringBuilder();
    for (String line : Files.readAllLines(Recording.shared("bitcoin-v2-addrv2.secrets.jsonl"))) {
      Source secret = JsonSource.parse(line);
      log.append("BITCOIN_V2_EPHEMERAL ")
          .append(Run.text(secret, "ellswift"))
          .append(' ')
          .append(Run.text(secret, "priv"))
          .append('\n');
    }
    for (String line : Files.readAllLines(Recording.shared("bitshares-crawl.secrets"))) {
      String[] words = line.split(" ");
      log.append("BITSHARES_EPHEMERAL " + words[0] + " " + words[2] + "\n");
    }
    for (String line : Files.readAllLines(Recording.shared("parallelchain.secrets.jsonl"))) {
      Source secret = JsonSource.parse(line);
      for (String kind : new String[] {"ephemeral", "static"}) {
        log.append("NOISE_" + kind.toUpperCase(Locale.ROOT) + " ")
            .append(Run.text(secret, kind + "_pub"))
            .append(' ')
            .append(Run.text(secret, kind + "_priv"))
            .append('\n');
      }
    }
    return log.toString();
  }
}
