// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Examples;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Paint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The help texts. */
public final class Help {
  private static final int WIDEST = 110;
  private static final int NARROWEST = 55;

  private Help() {}

  /** All commands by group. */
  static String overview(Console console) {
    StringBuilder text = new StringBuilder();
    text.append(Paint.NAME.on(console, "peerglot")).append(' ').append(Main.VERSION);
    text.append(": the command-line toolkit for blockchain peer-to-peer wires\n\n");
    text.append("usage: peerglot [-q|-v] [--color=auto|always|never] COMMAND ")
        .append(console.mark("…", "..."))
        .append('\n');
    String group = "";
    for (Verbs.Entry entry : Verbs.all()) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        text.append('\n').append(Paint.DIM.on(console, group)).append('\n');
      }
      row(text, console, entry.name(), entry.summary());
    }
    text.append('\n').append(Paint.DIM.on(console, "help")).append('\n');
    for (Topics.Topic topic : Topics.all()) {
      row(text, console, topic.name(), topic.summary());
    }
    text.append("\npeerglot help COMMAND|TOPIC says more; peerglot demo shows it at work.");
    return text.toString();
  }

  private static void row(StringBuilder text, Console console, String name, String summary) {
    text.append("  ").append(Paint.NAME.on(console, "%-12s".formatted(name)));
    text.append(' ').append(summary).append('\n');
  }

  /** A command or a topic by its name. */
  static String about(String name, Console console) {
    Verbs.Entry entry = Verbs.get(name);
    if (entry != null) {
      return of(entry, console);
    }
    Topics.Topic topic = Topics.get(name);
    if (topic != null) {
      return topic.text().get().stripTrailing();
    }
    List<String> known = new ArrayList<>(Verbs.names());
    known.addAll(Topics.names());
    throw Usage.wrong(
        "there is no command or topic '"
            + name
            + "'; "
            + Common.hint(name, known, "see peerglot --help"));
  }

  /** One command: usage, options and examples, as wide as the terminal and at most 110 columns. */
  static String of(Verbs.Entry entry, Console console) {
    CommandSpec spec = Common.complete(entry.verb().get().spec(), entry);
    spec.usageMessage()
        .width(Math.clamp(console.columns(), NARROWEST, WIDEST))
        .adjustLineBreaksForWideCJKCharacters(true);
    CommandLine.Help.Ansi ansi =
        console.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    StringBuilder text = new StringBuilder(new CommandLine(spec).getUsageMessage(ansi));
    List<Examples.Example> examples = Examples.of(entry.name());
    if (!examples.isEmpty()) {
      text.append("\nExamples:\n");
      for (Examples.Example example : examples) {
        text.append("  ").append(Paint.DIM.on(console, "# " + example.what())).append('\n');
        text.append("  ").append(example.line()).append('\n');
      }
    }
    return text.toString().stripTrailing();
  }
}
