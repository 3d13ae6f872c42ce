// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.HexText;
import dev.peerglot.codec.bytes.HexTextFault;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.view.JsonSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The body of a message as people give it: fields, JSON, or raw bytes. */
public final class Fields {
  private Fields() {}

  /** Adds the options that say what a message holds. */
  public static void options(CommandSpec spec) {
    spec.addOption(
        Common.value(
            "JSON|@FILE|@-", "all fields as JSON; from a file or standard input", "--body"));
    spec.addOption(Common.value("HEX", "the payload as it is, not checked", "--hex"));
  }

  /** The bytes of the body. */
  public static byte[] body(MessageKind kind, List<String> assignments, ParseResult line) {
    String hex = Common.text(line, "--hex", null);
    String json = Common.text(line, "--body", null);
    if (hex != null) {
      if (json != null || !assignments.isEmpty()) {
        throw Usage.wrong("--hex is the whole payload; leave fields and --body out");
      }
      return raw(hex);
    }
    JsonSource base = json == null ? null : JsonSource.parse(text(json));
    JsonSource source =
        assignments.isEmpty() && base != null ? base : JsonSource.ofArguments(assignments, base);
    Out out = new Out();
    try {
      byte[] trailing = new byte[0];
      if (source.field("trailing") != null) {
        trailing = raw(source.field("trailing").text());
        source = source.without("trailing");
      }
      kind.type().build(source, out);
      // What was built must be what is read, or a declaration is at fault.
      kind.type().walk(new In(out.toBytes()), Deaf.SINK);
      return out.bytes(trailing).toBytes();
    } catch (Malformed e) {
      throw Usage.wrong(kind.name() + ": " + e.line());
    }
  }

  private static byte[] raw(String hex) {
    try {
      Out out = new Out();
      HexText.parse(hex).forEach(out::bytes);
      return out.toBytes();
    } catch (HexTextFault e) {
      throw Usage.wrong("no hex: " + e.getMessage());
    }
  }

  private static String text(String json) {
    if (!json.startsWith("@")) {
      return json;
    }
    String file = json.substring(1);
    try {
      return file.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw Usage.wrong("cannot read the body from " + file);
    }
  }
}
