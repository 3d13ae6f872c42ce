// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The commands in the order of the help, with their sentences; nothing is loaded until it is named.
 */
public final class Verbs {
  /**
   * A command by name.
   *
   * @param name what is typed
   * @param group the heading that it stands under
   * @param summary one sentence
   * @param verb makes it
   */
  public record Entry(String name, String group, String summary, Supplier<Verb> verb) {}

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  static {
    add("talk", "dial", "connect, shake hands, print who answered", Dial::new);
    add("talk", "ping", "time round trips over the protocol's own keep-alive", Ping::new);
    add("talk", "send", "send messages to a peer, print what it answers", Send::new);
    add("talk", "listen", "be a peer: accept, shake hands, print what is said", Listen::new);
    add("talk", "identify", "tell which network a port speaks", Identify::new);
    add("talk", "shell", "talk with peers interactively, or run a script", ShellCommand::new);
    add("map", "crawl", "walk address responses, print one record a peer", Crawl::new);
    add("map", "map", "summary and picture of a crawl", MapCommand::new);
    add("map", "swarm", "run a local network of simulated peers", Swarm::new);
    add("map", "demo", "a swarm, a crawl and a map: the tour that runs anywhere", Demo::new);
    add(
        "read",
        "decode",
        "captures, hex and raw bytes to messages; decrypts with keys",
        Decode::new);
    add("read", "encode", "fields or JSON to bytes", Encode::new);
    add("read", "explain", "the reference: networks, messages, fields", Explain::new);
    add("keys", "keys", "identity keys in every notation of their network", Keys::new);
    add("keys", "completion", "a completion script for your shell", Completion::new);
  }

  private Verbs() {}

  private static void add(String group, String name, String summary, Supplier<Verb> verb) {
    ENTRIES.put(name, new Entry(name, group, summary, verb));
  }

  /** All commands. */
  public static List<Entry> all() {
    return new ArrayList<>(ENTRIES.values());
  }

  /** The names of all commands. */
  public static List<String> names() {
    return new ArrayList<>(ENTRIES.keySet());
  }

  /** A command by its name, or null. */
  public static Entry get(String name) {
    return ENTRIES.get(name);
  }
}
