// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.map.CrawlFile;
import dev.peerglot.cli.map.Diff;
import dev.peerglot.cli.map.Geo;
import dev.peerglot.cli.map.Graph;
import dev.peerglot.cli.map.Layout;
import dev.peerglot.cli.map.Node;
import dev.peerglot.cli.map.Page;
import dev.peerglot.cli.map.Pictures;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.MapDiffView;
import dev.peerglot.cli.print.MapView;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code map}: summary and picture of a crawl. */
public final class MapCommand implements Verb {
  /** More peers than this are drawn on a page only where somebody answered. */
  private static final int CROWD = 15_000;

  private static final List<String> FORMS =
      List.of("--json", "--dot", "--graphml", "--gexf", "--csv", "--html", "--diff");

  /** The command. */
  public MapCommand() {}

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        Common.parameter(
            0, "CRAWL", "a store (file or postgresql://…), or JSON lines of crawl: a file or -"));
    spec.addOption(Common.flag("a Graphviz picture: pipe it into dot or sfdp", "--dot"));
    spec.addOption(Common.flag("GraphML, for yEd, Gephi, NetworkX", "--graphml"));
    spec.addOption(Common.flag("GEXF with places, for Gephi", "--gexf"));
    spec.addOption(Common.flag("a table of all peers", "--csv"));
    spec.addOption(
        Common.flag("one page with a picture to search and filter, for any browser", "--html"));
    spec.addOption(Common.flag("pictures without addresses where nobody answered", "--answered"));
    spec.addOption(Common.value("CRAWL", "who joined, left or changed until that one", "--diff"));
    spec.addOption(
        Common.values("FILE", "countries and networks, from MaxMind DB files", "--mmdb"));
    return spec;
  }

  @Override
  public int run(ParseResult line, Console console) {
    List<String> forms = FORMS.stream().filter(line::hasMatchedOption).toList();
    boolean diffs = line.hasMatchedOption("--diff");
    if (forms.size() > 1 && !(diffs && forms.equals(List.of("--json", "--diff")))) {
      throw Usage.wrong("only one of " + String.join(", ", forms) + " at a time");
    }
    String name = Common.parameter(line, 0);
    List<Node> nodes = CrawlFile.read(name);
    try (Geo geo = Geo.open(Common.texts(line, "--mmdb"))) {
      switch (diffs ? "--diff" : forms.isEmpty() ? "" : forms.getFirst()) {
        case "--json" -> nodes.forEach(node -> console.line(node.line()));
        case "--dot" -> Pictures.dot(graph(nodes, line), console::line);
        case "--graphml" -> Pictures.graphml(graph(nodes, line), console::line);
        case "--gexf" -> {
          Graph graph = graph(nodes, line);
          Pictures.gexf(graph, new Layout(graph), console::line);
        }
        case "--csv" -> Pictures.csv(nodes, geo, console::line);
        case "--html" -> console.line(page(nodes, geo, line).stripTrailing());
        case "--diff" ->
            MapDiffView.show(
                Diff.between(nodes, CrawlFile.read(Common.text(line, "--diff", ""))), console);
        default -> console.line(MapView.summary(nodes, geo, console));
      }
    }
    return ExitStatus.OK;
  }

  private static Graph graph(List<Node> nodes, ParseResult line) {
    return new Graph(nodes, line.hasMatchedOption("--answered"));
  }

  private static String page(List<Node> nodes, Geo geo, ParseResult line) {
    long dialled = nodes.stream().filter(node -> !node.verdict().equals("not-dialled")).count();
    boolean crowded = dialled > CROWD || line.hasMatchedOption("--answered");
    return page(nodes, geo, crowded);
  }

  /** The page of a crawl. */
  static String page(List<Node> nodes, Geo geo, boolean onlyAnswered) {
    long dialled = nodes.stream().filter(node -> !node.verdict().equals("not-dialled")).count();
    Graph graph = new Graph(nodes, onlyAnswered);
    String network =
        nodes.isEmpty()
            ? "an empty network"
            : nodes.getFirst().peer().substring(0, nodes.getFirst().peer().indexOf("://"));
    return Page.of(graph, new Layout(graph), geo, network, dialled - graph.nodes().size());
  }
}
