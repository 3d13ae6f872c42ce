// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.map.Diff;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a network between two crawls. */
public final class MapDiffView {
  private MapDiffView() {}

  /** Prints a line a change, and how many there are. */
  public static void show(List<Diff.Change> changes, Console console) {
    int[] counts = new int[Diff.Kind.values().length];
    for (Diff.Change change : changes) {
      counts[change.kind().ordinal()]++;
      if (console.json()) {
        Out out = json(change);
        console.bytes(out.array(), 0, out.size());
      } else {
        console.line(line(change, console));
      }
    }
    console.note(
        String.format(
            Locale.ROOT, "%,d joined, %,d left, %,d changed", counts[0], counts[1], counts[2]));
  }

  private static String line(Diff.Change change, Console console) {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (change.kind()) {
          case JOINED -> Paint.GOOD.on(console, "joined ");
          case LEFT -> Paint.BAD.on(console, "left   ");
          case CHANGED -> Paint.NAME.on(console, "changed");
        });
    text.append("  ").append(Paint.safe(change.peer()));
    change
        .fields()
        .forEach(
            (name, values) ->
                text.append("  ")
                    .append(name)
                    .append(' ')
                    .append(Paint.safe(values[0].isEmpty() ? "(none)" : values[0]))
                    .append(" → ")
                    .append(Paint.safe(values[1].isEmpty() ? "(none)" : values[1])));
    return text.toString();
  }

  private static Out json(Diff.Change change) {
    Json json = new Json(new Out(256));
    json.object().key("peer").text(change.peer());
    json.key("change").text(change.kind().name().toLowerCase(Locale.ROOT));
    side(json, "was", change.fields(), 0);
    side(json, "is", change.fields(), 1);
    json.end();
    return json.out().u8('\n');
  }

  private static void side(Json json, String name, Map<String, String[]> fields, int which) {
    json.key(name).object();
    fields.forEach(
        (field, values) -> {
          if (!values[which].isEmpty()) {
            json.key(field).text(values[which]);
          }
        });
    json.end();
  }
}
