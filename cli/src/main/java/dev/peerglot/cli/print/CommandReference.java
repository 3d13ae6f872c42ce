// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Verbs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of all commands, from the command model: docs/cli.md. */
public final class CommandReference {
  private CommandReference() {}

  /** The page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Commands

        Written from the command model; a test fails when it is stale. `peerglot COMMAND --help` says the
        same in the terminal. Exit status, records and peers: [records.md](records.md).
        """);
    for (Verbs.Entry entry : Verbs.all()) {
      section(page, entry);
    }
    return page.toString();
  }

  private static void section(StringBuilder page, Verbs.Entry entry) {
    CommandSpec spec = Common.complete(entry.verb().get().spec(), entry);
    page.append("\n## ").append(entry.name()).append("\n\n");
    page.append(String.join(" ", spec.usageMessage().description())).append("\n\n`peerglot ");
    page.append(entry.name()).append(" [OPTIONS]");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      boolean many = parameter.arity().max() > 1;
      boolean must = parameter.arity().min() > 0;
      String label = parameter.paramLabel() + (many ? "…" : "");
      page.append(' ').append(must ? label : "[" + label + "]");
    }
    page.append("`\n\n| | |\n|---|---|\n");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      row(page, parameter.paramLabel(), String.join(" ", parameter.description()));
    }
    for (OptionSpec option : spec.options()) {
      String names = String.join("`, `", option.names());
      boolean flag = option.arity().max() == 0;
      row(
          page,
          flag ? names : names + " " + option.paramLabel(),
          String.join(" ", option.description()));
    }
  }

  private static void row(StringBuilder page, String what, String description) {
    page.append("| `").append(what.replace("|", "\\|")).append("` | ");
    page.append(description.replace("|", "\\|")).append(" |\n");
  }
}
