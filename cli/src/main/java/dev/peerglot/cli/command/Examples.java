// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Worked examples of every command, shown by its help and run as tests. They talk to {@code
 * 127.16.0.1}, where {@code peerglot swarm} puts its first peer, so that all of them can be typed
 * as they stand.
 */
public final class Examples {
  /**
   * One example.
   *
   * @param what what it is good for
   * @param line what is typed
   */
  public record Example(String what, String line) {}

  private static final Map<String, List<Example>> TABLE = new LinkedHashMap<>();

  static {
    add(
        "dial",
        example("who is there?", "peerglot dial bitshares://127.16.0.1"),
        example(
            "two peers at once, a record each",
            "peerglot dial --json --timeout 10s bitshares://127.16.0.1 bitshares://127.16.0.2"),
        example(
            "every step of the handshake, and a recording that decode can open",
            "peerglot dial -v --record talk.pcapng bitshares://127.16.0.1"));
    add(
        "ping",
        example("three round trips", "peerglot ping -c 3 -i 100ms bitshares://127.16.0.1"),
        example("one, for a script", "peerglot ping --json -c 1 bitshares://127.16.0.1"));
    add(
        "send",
        example(
            "ask for peers, leave when the answer is there",
            "peerglot send bitshares://127.16.0.1 address_request --until address_message"),
        example(
            "fields by name",
            "peerglot send bitshares://127.16.0.1 current_time_request"
                + " request_sent_time=2026-01-31T12:00:00Z --until current_time_reply"),
        example(
            "fields as JSON",
            "peerglot send bitshares://127.16.0.1 current_time_request"
                + " --body '{\"request_sent_time\": \"2026-01-31T12:00:00Z\"}' --wait 100ms"));
    add(
        "listen",
        example(
            "be a peer for a while, on this machine only",
            "peerglot listen bitshares --bind 127.0.0.1 --for 100ms"),
        example(
            "tell everybody that there is no room, on any free port",
            "peerglot listen bitcoin-regtest --bind 127.0.0.1 --port 0 --full --for 100ms"));
    add(
        "identify",
        example("which network is this?", "peerglot identify 127.16.0.1:1776"),
        example(
            "for a script, with a shorter wait",
            "peerglot identify --json --listen 200ms 127.16.0.1:1776"));
    add(
        "shell",
        example("connect, then type", "peerglot shell bitshares://127.16.0.1"),
        example("run what was saved before", "peerglot shell < session.txt"));
    add(
        "crawl",
        example(
            "walk a network, a record a peer",
            "peerglot crawl bitshares://127.16.0.1 > crawl.jsonl"),
        example(
            "not far, and not long",
            "peerglot crawl --max-depth 1 --max-time 1m bitshares://127.16.0.1"),
        example("who would be dialled?", "peerglot crawl --dry-run bitshares://127.16.0.1"));
    add(
        "map",
        example("what is in a crawl", "peerglot map crawl.jsonl"),
        example("a picture for Graphviz", "peerglot map crawl.jsonl --dot > crawl.dot"));
    add(
        "swarm",
        example("three peers to play with", "peerglot swarm bitshares --nodes 3 --for 100ms"),
        example(
            "a network in which four of ten peers are awkward, and the truth about it",
            "peerglot swarm bitcoin-regtest --nodes 10 --awkward 40 --truth truth.jsonl --for"
                + " 100ms"));
    add("demo", example("the tour, with its files in this folder", "peerglot demo --output ."));
    add(
        "decode",
        example(
            "an encrypted capture, with the keys that open it",
            "peerglot decode docs/samples/bitshares-crawl.pcap --keys"
                + " docs/samples/bitshares-crawl.keys"),
        example(
            "what is in it, in numbers",
            "peerglot decode --stats docs/samples/bitshares-crawl.pcap --keys"
                + " docs/samples/bitshares-crawl.keys"),
        example(
            "a frame from somewhere, every byte explained",
            "peerglot decode --tree f9beb4d976657261636b000000000000000000005df6e0e2"));
    add(
        "encode",
        example("a payload from fields", "peerglot encode bitcoin ping nonce=1"),
        example(
            "words for numbers and flags",
            "peerglot encode bitcoin version 'services=NETWORK|WITNESS' user_agent=/me/"),
        example("the whole frame", "peerglot encode bitshares address_request --frame"),
        example(
            "from JSON, as a record",
            "peerglot encode --json bitcoin pong --body '{\"nonce\": 7}'"));
    add(
        "explain",
        example("all networks", "peerglot explain"),
        example("a message, field by field", "peerglot explain bitcoin version"),
        example("a page for the wiki", "peerglot explain bitshares --markdown > bitshares.md"));
    add(
        "keys",
        example("a new identity", "peerglot keys new bitshares --key node.key"),
        example("its public forms", "peerglot keys show bitshares --key node.key"));
    add(
        "completion",
        example("for this session of bash", "peerglot completion bash > peerglot.bash"),
        example("for zsh, in a folder of fpath", "peerglot completion zsh > _peerglot"),
        example("for fish", "peerglot completion fish > peerglot.fish"));
  }

  private Examples() {}

  private static void add(String command, Example... examples) {
    TABLE.put(command, List.of(examples));
  }

  private static Example example(String what, String line) {
    return new Example(what, line);
  }

  /** The examples of a command; empty for one that has none. */
  public static List<Example> of(String command) {
    return TABLE.getOrDefault(command, List.of());
  }
}
