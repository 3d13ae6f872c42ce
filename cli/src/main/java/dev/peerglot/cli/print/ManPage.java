// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.Main;
import dev.peerglot.cli.Topics;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Examples;
import dev.peerglot.cli.command.Verbs;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, from the command model and the topics: docs/man/peerglot.1, in man(7). */
public final class ManPage {
  private ManPage() {}

  /** The page. */
  public static String text() {
    StringBuilder page = new StringBuilder();
    page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
    page.append(".\\\" Written from the command model; a test fails when it is stale.\n");
    page.append(".TH PEERGLOT 1 \"\" \"peerglot ").append(Main.VERSION).append("\"\n");
    page.append(".SH NAME\npeerglot \\- speak the peer\\-to\\-peer wires of blockchains\n");
    page.append(
        ".SH SYNOPSIS\n.B peerglot\n[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n");
    page.append(".SH DESCRIPTION\n");
    page.append(
        """
        peerglot dials peers, shakes hands, sends single messages, listens as a peer, decodes and
        decrypts captured traffic, and crawls networks into maps.
        """);
    page.append(".SH COMMANDS\n");
    Verbs.all().forEach(entry -> command(page, entry));
    for (Topics.Topic topic : Topics.all()) {
      page.append(".SH ").append(topic.name().toUpperCase(Locale.ROOT).replace('-', ' '));
      page.append('\n');
      literal(page, topic.text().get());
    }
    page.append(".SH FILES\n.TP\n.I ~/.config/peerglot/config\n");
    page.append("Options given once and for all; see ENVIRONMENT.\n");
    page.append(".SH SEE ALSO\n.BR tshark (1),\n.BR dot (1),\n.BR jq (1)\n");
    return page.toString();
  }

  private static void command(StringBuilder page, Verbs.Entry entry) {
    CommandSpec spec = Common.complete(entry.verb().get().spec(), entry);
    page.append(".SS ").append(escape(entry.name()));
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String label = escape(parameter.paramLabel());
      boolean must = parameter.arity().min() > 0;
      page.append(must ? " " + label : " [" + label + "]");
      page.append(parameter.arity().max() > 1 ? "..." : "");
    }
    page.append('\n');
    String summary = entry.summary();
    line(page, Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      page.append(".TP\n.I ").append(escape(parameter.paramLabel())).append('\n');
      line(page, String.join(" ", parameter.description()));
    }
    for (OptionSpec option : spec.options()) {
      page.append(".TP\n\\fB").append(escape(String.join(", ", option.names()))).append("\\fR");
      if (option.arity().max() > 0) {
        page.append(" \\fI").append(escape(option.paramLabel())).append("\\fR");
      }
      page.append('\n');
      line(page, String.join(" ", option.description()));
    }
    if (!Examples.of(entry.name()).isEmpty()) {
      page.append(".PP\nExamples:\n.RS 4\n.nf\n");
      for (Examples.Example example : Examples.of(entry.name())) {
        line(page, "# " + example.what());
        line(page, example.line());
      }
      page.append(".fi\n.RE\n");
    }
  }

  private static void literal(StringBuilder page, String text) {
    page.append(".nf\n");
    text.stripTrailing().lines().forEach(line -> line(page, line));
    page.append(".fi\n");
  }

  /** A line of text: one that begins like a request gets a mark of no width before it. */
  private static void line(StringBuilder page, String text) {
    String escaped = escape(text);
    boolean request = escaped.startsWith(".") || escaped.startsWith("'");
    page.append(request ? "\\&" : "").append(escaped).append('\n');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("…", "...")
        .replace("→", "\\(->")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }
}
