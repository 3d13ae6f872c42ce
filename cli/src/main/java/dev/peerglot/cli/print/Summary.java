// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.view.Tree;

/** The fields of a message in what room a line has. */
final class Summary {
  private static final int LONGEST = 24;

  private Summary() {}

  static String of(Tree tree, int room) {
    StringBuilder text = new StringBuilder();
    for (Tree.Node field : tree.root().children()) {
      String part = part(field);
      if (text.length() + part.length() + 2 > room) {
        return text.append(text.isEmpty() ? part.substring(0, Math.min(part.length(), room)) : " …")
            .toString();
      }
      text.append(text.isEmpty() ? "" : " ").append(part);
    }
    if (tree.trailing() > 0) {
      text.append(" +").append(tree.trailing()).append(" trailing bytes");
    }
    return text.toString();
  }

  private static String part(Tree.Node field) {
    String name = field.name().isEmpty() ? "" : field.name() + "=";
    if (field.value() == null) {
      int count = field.children().size();
      boolean list = count > 0 && field.children().getFirst().name().startsWith("[");
      return name + (list ? "[" + count + "]" : count == 0 ? "[]" : "{" + count + "}");
    }
    String value = field.meaning().isEmpty() ? field.value() : field.meaning();
    return name + (value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value);
  }
}
