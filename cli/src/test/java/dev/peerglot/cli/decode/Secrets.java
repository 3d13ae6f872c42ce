// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.decode;

import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.file.Files;

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
    return log.toString();
  }
}
