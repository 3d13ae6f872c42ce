// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.view.Tree;

/** The fields of a message with offset, bytes and value, a line each, also of a broken one. */
final class TreeView {
  private static final int BYTES = 8;

  private TreeView() {}

  static void show(StringBuilder text, Console console, Tree tree, byte[] body) {
    for (Tree.Node child : tree.root().children()) {
      node(text, console, child, body, 0);
    }
    if (tree.trailing() > 0) {
      int from = body.length - tree.trailing();
      line(text, console, from, body.length, body, 0);
      text.append(Paint.BAD.on(console, "trailing")).append('\n');
    }
  }

  private static void node(
      StringBuilder text, Console console, Tree.Node node, byte[] body, int depth) {
    line(text, console, node.from(), node.value() == null ? node.from() : node.to(), body, depth);
    text.append(Paint.NAME.on(console, node.name()));
    if (node.value() == null) {
      text.append(Paint.DIM.on(console, " " + node.type()));
      if (node.children().isEmpty()) {
        text.append(" (none)");
      }
    } else {
      String value = Paint.safe(node.value());
      text.append(' ').append(value);
      if (!node.meaning().isEmpty()) {
        text.append(" (").append(Paint.safe(node.meaning())).append(')');
      }
    }
    text.append('\n');
    for (Tree.Node child : node.children()) {
      node(text, console, child, body, depth + 1);
    }
  }

  private static void line(
      StringBuilder text, Console console, int from, int to, byte[] body, int depth) {
    int size = Math.min(to, body.length) - from;
    String hex =
        size <= 0
            ? ""
            : size <= BYTES
                ? Hex.of(body, from, size)
                : Hex.of(body, from, BYTES) + console.mark("…", "+");
    String place = "    %04x  %-17s ".formatted(from, hex);
    text.append(Paint.DIM.on(console, place)).append("  ".repeat(depth));
  }
}
