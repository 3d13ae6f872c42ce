// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Verbs;
import picocli.CommandLine;

/** The help texts. */
final class Help {
  private Help() {}

  /** All commands by group. */
  static String overview() {
    StringBuilder text = new StringBuilder();
    text.append("peerglot ").append(Main.VERSION);
    text.append(": the command-line toolkit for blockchain peer-to-peer wires\n\n");
    text.append("usage: peerglot [-q|-v] [--color=auto|always|never] COMMAND …\n");
    String group = "";
    for (Verbs.Entry entry : Verbs.all()) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        text.append('\n').append(group).append('\n');
      }
      text.append("  %-11s %s%n".formatted(entry.name(), entry.summary()));
    }
    text.append("\npeerglot COMMAND --help says more about one; peerglot demo shows it at work.");
    return text.toString();
  }

  /** One command. */
  static String of(Verbs.Entry entry) {
    return new CommandLine(Common.complete(entry.verb().get().spec(), entry))
        .getUsageMessage(CommandLine.Help.Ansi.OFF);
  }
}
