// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.view.Tree;
import java.util.List;

/** The fields of a message in what room a line has. */
final class Summary {
  private static final int LONGEST = 24;
  private static final int LEAST = 16;

  private Summary() {}

  static String of(Tree tree, int room, Console console) {
    StringBuilder text = new StringBuilder();
    String more = " " + console.mark("…", "...");
    List<Tree.Node> fields = tree.root().children();
    String trailing = tree.trailing() > 0 ? " +" + tree.trailing() + " trailing bytes" : "";
    int left = room - trailing.length();
    for (int i = 0; i < fields.size(); i++) {
      int kept = i == fields.size() - 1 ? 0 : more.length();
      String part = (text.isEmpty() ? "" : " ") + part(fields.get(i), console);
      int free = left - Layout.width(text.toString()) - kept;
      if (Layout.width(part) > free) {
        // A field is cut rather than left out where something of its value can be seen.
        boolean some = free > fields.get(i).name().length() + LEAST || text.isEmpty();
        return text.append(some ? Layout.cut(part, Math.max(LEAST, free + kept), console) : more)
            .append(trailing)
            .toString();
      }
      text.append(part);
    }
    return text.append(trailing).toString();
  }

  private static String part(Tree.Node field, Console console) {
    String name = field.name().isEmpty() ? "" : Paint.safe(field.name()) + "=";
    if (field.value() == null) {
      int count = field.size();
      boolean list = count > 0 && field.children().getFirst().name().startsWith("[");
      return name + (list ? "[" + count + "]" : count == 0 ? "[]" : "{" + count + "}");
    }
    String value = Paint.safe(field.meaning().isEmpty() ? field.value() : field.meaning());
    boolean time = value.startsWith("20") && value.endsWith("Z");
    return name + (time ? value : Layout.cut(value, LONGEST, console));
  }
}
