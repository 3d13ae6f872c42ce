// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.KeyFiles;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Identity;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.view.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code keys new|show}: identity keys in every notation of their network. */
public final class Keys implements Verb {
  /** The command. */
  public Keys() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.parameter(0, "new|show", "make a key, or show the public forms of one"));
    spec.addPositional(Common.parameter(1, "NETWORK", "whose notation to use"));
    spec.addOption(Common.value("FILE", "new: where to write the key; show: where it is", "--key"));
    spec.addOption(Common.value("N", "a reproducible key: not secret!", "--random-seed"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    String what = Common.parameter(line, 0);
    String scheme = Common.parameter(line, 1);
    String file = Common.text(line, "--key", null);
    Protocol protocol = Peers.protocol(scheme);
    if (protocol.identity(probe()) == null) {
      throw Usage.wrong(scheme + " has no identity keys");
    }
    byte[] key =
        switch (what) {
          case "new" -> fresh(protocol, line);
          case "show" -> {
            if (file == null) {
              throw Usage.wrong("keys show needs --key FILE");
            }
            yield KeyFiles.identity(file);
          }
          default -> throw Usage.wrong("keys takes new or show, not '" + what + "'");
        };
    boolean made = what.equals("new");
    if (made && file != null) {
      write(file, key);
    }
    Identity identity = protocol.identity(key);
    show(identity, scheme, made && file == null, console);
    return ExitStatus.OK;
  }

  private static byte[] probe() {
    byte[] one = new byte[32];
    one[31] = 1;
    return one;
  }

  private static byte[] fresh(Protocol protocol, ParseResult line) {
    var entropy = Talking.entropy(line);
    while (true) {
      byte[] key = entropy.bytes(32);
      try {
        protocol.identity(key);
        return key;
      } catch (IllegalArgumentException e) {
        continue; // not in the range of the curve: one in 2^128
      }
    }
  }

  private static void write(String file, byte[] key) {
    Path path = Path.of(file);
    try {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
      Files.write(
          path, (Hex.of(key) + "\n").getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw Usage.wrong(file + " exists already; a key is never overwritten");
    } catch (IOException e) {
      throw Usage.wrong("cannot write the key to " + file);
    }
  }

  private static void show(Identity identity, String scheme, boolean secret, Console console) {
    if (console.json()) {
      Json json = new Json(new Out());
      json.object().key("network").text(scheme);
      if (secret) {
        json.key("secret").text(Hex.of(identity.secret()));
      }
      identity.notations().forEach((name, value) -> json.key(name).text(value));
      json.end();
      json.out().u8('\n');
      console.bytes(json.out().array(), 0, json.out().size());
      return;
    }
    if (secret) {
      console.line("%-20s %s".formatted("secret", Hex.of(identity.secret())));
    }
    identity.notations().forEach((name, value) -> console.line("%-20s %s".formatted(name, value)));
  }
}
