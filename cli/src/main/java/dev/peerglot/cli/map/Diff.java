// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of a network between two crawls. */
public final class Diff {
  /** How a peer differs. */
  public enum Kind {
    /** Reached now, not before. */
    JOINED,
    /** Reached before, not now. */
    LEFT,
    /** Reached both times, and says something else of itself. */
    CHANGED
  }

  /**
   * A peer that differs.
   *
   * @param fields what differs, by name: before and now
   */
  public record Change(String peer, Kind kind, Map<String, String[]> fields) {}

  private Diff() {}

  /** What differs, by peer. */
  public static List<Change> between(List<Node> before, List<Node> now) {
    Map<String, Node> old = index(before);
    Map<String, Node> fresh = index(now);
    TreeMap<String, Change> changes = new TreeMap<>();
    for (Node node : now) {
      Node was = old.get(node.peer());
      if (node.isReached() && (was == null || !was.isReached())) {
        changes.put(node.peer(), new Change(node.peer(), Kind.JOINED, fields(was, node)));
      } else if (node.isReached() && !fields(was, node).isEmpty()) {
        changes.put(node.peer(), new Change(node.peer(), Kind.CHANGED, fields(was, node)));
      }
    }
    for (Node node : before) {
      Node is = fresh.get(node.peer());
      if (node.isReached() && (is == null || !is.isReached())) {
        changes.put(node.peer(), new Change(node.peer(), Kind.LEFT, fields(node, is)));
      }
    }
    return new ArrayList<>(changes.values());
  }

  private static Map<String, Node> index(List<Node> nodes) {
    Map<String, Node> index = new LinkedHashMap<>();
    nodes.forEach(node -> index.put(node.peer(), node));
    return index;
  }

  private static Map<String, String[]> fields(Node was, Node is) {
    Map<String, String[]> fields = new LinkedHashMap<>();
    compare(fields, "verdict", was == null ? "" : was.verdict(), is == null ? "" : is.verdict());
    if (was != null && is != null && was.isReached() && is.isReached()) {
      compare(fields, "identity", was.identity(), is.identity());
      compare(fields, "agent", was.agent(), is.agent());
      compare(fields, "version", was.version(), is.version());
      compare(fields, "services", was.services(), is.services());
    }
    return fields;
  }

  private static void compare(Map<String, String[]> fields, String name, String was, String is) {
    if (!was.equals(is)) {
      fields.put(name, new String[] {was, is});
    }
  }
}
