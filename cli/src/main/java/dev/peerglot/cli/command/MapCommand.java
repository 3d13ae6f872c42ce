// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.crawl.CrawlFile;
import dev.peerglot.cli.crawl.Graph;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.MapView;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code map}: summary and picture of a crawl. */
public final class MapCommand implements Verb {
  /** The command. */
  public MapCommand() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.parameter(0, "CRAWL", "what crawl printed: a file of JSON lines, or -"));
    spec.addOption(Common.flag("a Graphviz picture: pipe it into dot or sfdp", "--dot"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    List<CrawlFile.Row> rows = CrawlFile.read(Common.parameter(line, 0));
    if (line.hasMatchedOption("--dot")) {
      console.line(new Graph(rows).dot().stripTrailing());
    } else if (line.hasMatchedOption("--json")) {
      rows.forEach(row -> console.line(row.line()));
    } else {
      console.line(MapView.summary(rows));
    }
    return ExitStatus.OK;
  }
}
