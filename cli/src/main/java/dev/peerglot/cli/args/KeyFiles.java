// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files with secrets: key logs and identity keys. */
public final class KeyFiles {
  private static final long LONGEST = 512L << 20;

  private KeyFiles() {}

  /** The secrets of key logs. */
  public static Secrets read(List<String> files) {
    Secrets secrets = new Secrets();
    for (String file : files) {
      secrets.addAll(lines(file));
    }
    return secrets;
  }

  private static List<KeyLog.Line> lines(String file) {
    try {
      Path path = Path.of(file);
      if (Files.exists(path) && Files.size(path) > LONGEST) {
        throw Usage.badInput("the key log " + file + " is larger than 512 MiB");
      }
      return KeyLog.parse(Files.readString(path));
    } catch (IOException e) {
      throw Usage.wrong(
          "cannot read the key log "
              + file
              + (Files.exists(Path.of(file)) ? "" : ": no such file"));
    } catch (Malformed e) {
      throw Usage.badInput(file + ": " + e.getMessage());
    }
  }

  /** The identity key of a file: 32 bytes in hex. Null for no file. */
  public static byte[] identity(String file) {
    if (file == null) {
      return null;
    }
    try {
      byte[] key = Hex.parse(Files.readString(Path.of(file)).strip());
      if (key.length == 32) {
        return key;
      }
      throw Usage.badInput("the identity key in " + file + " has " + key.length + " bytes, not 32");
    } catch (IOException e) {
      throw Usage.wrong("cannot read the identity key " + file);
    } catch (Malformed e) {
      throw Usage.badInput(file + " holds no identity key: " + e.getMessage());
    }
  }
}
