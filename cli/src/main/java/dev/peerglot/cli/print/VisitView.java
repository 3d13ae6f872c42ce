// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Out;
import java.util.Map;

/** What came of dialling a peer, for people or as a record. */
public final class VisitView {
  private VisitView() {}

  /** Prints it. */
  public static void show(Visit visit, Console console) {
    if (console.json()) {
      Out out = new Out(512);
      CrawlRecords.write(out, visit, null);
      console.bytes(out.array(), 0, out.size());
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(Paint.NAME.on(console, visit.peer().toString())).append("  ");
    text.append(Paint.of(visit.verdict()).on(console, visit.verdict().word()));
    if (!visit.error().isEmpty()) {
      text.append("  ").append(Paint.safe(visit.error()));
    }
    row(text, console, "transport", visit.transport());
    for (Map.Entry<String, Object> fact : visit.facts().entrySet()) {
      row(text, console, fact.getKey(), fact.getValue().toString());
    }
    StringBuilder stages = new StringBuilder();
    visit
        .timings()
        .forEach(
            (stage, nanos) ->
                stages
                    .append(stages.isEmpty() ? "" : " + ")
                    .append(stage)
                    .append(' ')
                    .append(CrawlRecords.millis(nanos))
                    .append(" ms"));
    row(text, console, "timings", stages.toString());
    console.line(text.toString());
  }

  static void row(StringBuilder text, Console console, String name, String value) {
    if (!value.isEmpty()) {
      text.append("\n  ").append(Paint.DIM.on(console, "%-10s".formatted(name)));
      text.append(' ').append(Paint.safe(value));
    }
  }
}
