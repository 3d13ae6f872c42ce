// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places in messages that somebody wants to see, as a tree: {@code user_agent}, {@code
 * addrs.ip}. Lists are passed through: a path that leads into one means all of its items.
 */
public final class Paths {
  /** A step on the way. */
  static final class Node {
    private final Map<String, Node> children = new HashMap<>();
    private final String path;
    private int index = -1;
    private boolean seen;

    private Node(String path) {
      this.path = path;
    }

    Node child(String name) {
      return children.get(name);
    }

    /** The number of the path that ends here, or -1. */
    int index() {
      return index;
    }

    void see() {
      seen = true;
    }
  }

  private final Node root = new Node("fields");
  private final List<Node> ends = new ArrayList<>();

  /** No place yet. */
  public Paths() {}

  /** Adds a place; an empty one is the whole message. Returns its number. */
  public int add(String path) {
    Node node = root;
    if (!path.isEmpty()) {
      for (String name : path.split("\\.", -1)) {
        Node parent = node;
        node = node.children.computeIfAbsent(name, n -> new Node(parent.path + "." + n));
      }
    }
    if (node.index < 0) {
      node.index = ends.size();
      ends.add(node);
    }
    return node.index;
  }

  /** How many places there are. */
  public int size() {
    return ends.size();
  }

  /** The places that no message had. */
  public List<String> unseen() {
    return ends.stream().filter(node -> !node.seen).map(node -> node.path).toList();
  }

  Node root() {
    return root;
  }
}
