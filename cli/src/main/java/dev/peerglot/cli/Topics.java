// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.args.Defaults;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What {@code peerglot help TOPIC} says beside the commands. */
public final class Topics {
  /**
   * A topic.
   *
   * @param name what is typed
   * @param summary one sentence
   * @param text makes the text, lines of at most 80 letters
   */
  public record Topic(String name, String summary, Supplier<String> text) {}

  private static final Map<String, Topic> TOPICS = new LinkedHashMap<>();

  private static final String PEERS =
      """
      A peer is NETWORK://HOST[:PORT][?option=value], for example
        bitshares://node.example.org
        bitcoin-testnet4://[2001:db8::1]:48333?transport=v1
      `peerglot explain` lists the networks. Without a port the network's own is taken.
      Where a command takes several peers, - reads one a line from standard input; lines
      that begin with # are passed over.

      A private chain is named in the URL or by an option, and the URL wins:
        ?chain-id=HEX   --chain-id HEX   BitShares
        ?magic=HEX      --magic HEX      Bitcoin and the coins on its wire
                        --genesis FILE   where the id of a chain is the file's hash
      ?transport=v1|v2|auto chooses Bitcoin's transport.

      `peerglot swarm NETWORK` puts peers on 127.16.0.1, 127.16.0.2, … to play with.
      """;

  private static final String FIELDS =
      """
      The fields of a message are written as NAME=VALUE; `peerglot explain NETWORK MESSAGE`
      lists them, and completion knows them.
        nonce=7                       a number; 0x07 works too
        user_agent=me                 a text
        reason_code=different_chain   the word of a number that has words
        addresses.0.port=1776         inside an object, an item of a list
        services='["network"]'        anything as JSON
        locator=7c5216e5…             a list with one item
        inventory=WITNESS_BLOCK:7c52… a block or transaction of Bitcoin, in a list of its own
      All at once: --body JSON, --body @FILE, --body @- (standard input); NAME=VALUE beside
      it changes single fields. Bytes are hex. A field with a default may be left out.
      --hex HEX is the whole payload as it is, right or wrong.
      """;

  private static final String RECORDS =
      """
      Results go to standard output, everything else to standard error. On a terminal they
      are for people; with --json, and in a pipe, each is one JSON object on a line. What is
      absent is left out. Bytes are hex, times ISO 8601 in UTC, integers exact.

      A message (decode, listen, send, shell): time, stream, from (dialer or listener), src,
      dst, network, transport, substream, protocol, at (offset in its direction), size
      (bytes on the wire), message, fields, matches (what of --match is in it), fault
      (blame, why, path, at). blame is peer, us, keys (no key fits), limit or capture
      (bytes are missing). A number with words has them beside it: reason_code and
      reason_code_name. With -v, steps of handshakes appear as records with phase in
      place of message.

      A peer (dial, crawl, identify): peer, verdict, identity, agent, version, services,
      height, neighbours, sources, depth, timings (milliseconds by stage), error.

      Verdicts: reached, full, wrong-network, refused, unreachable, timeout, silent,
      hung-up, protocol-error, crypto-error, proxy-error, not-dialled.

      docs/records.md is the long form, and what scripts may rely on.
      """;

  private static final String EXIT_STATUS =
      """
        0  all right
        1  the peer said no: full, wrong-network, rejected
        2  the command line is wrong
        3  not reached: refused, unreachable, proxy-error, not-dialled
        4  handshake or protocol failed: hung-up, protocol-error, crypto-error
        5  bad input data; what was good has been printed first
        6  time ran out: timeout, silent
       70  something is wrong inside peerglot; -vv shows where
      130  interrupted
      Of several peers, and of the lines of a shell script, the worst counts. A crawl that
      ran to its end is 0. What decode finds in traffic is a result, so 0; --strict makes
      any fault 5.
      """;

  static {
    add("peers", "how peers and networks are named", () -> PEERS);
    add("fields", "how the fields of a message are written", () -> FIELDS);
    add("records", "what is printed, field by field", () -> RECORDS);
    add("exit-status", "what the exit status says", () -> EXIT_STATUS);
    add("key-logs", "the secrets that open encrypted traffic", Topics::keyLogs);
    add("environment", "variables and the configuration file", Topics::environment);
  }

  private Topics() {}

  private static void add(String name, String summary, Supplier<String> text) {
    TOPICS.put(name, new Topic(name, summary, text));
  }

  /** All topics. */
  public static List<Topic> all() {
    return List.copyOf(TOPICS.values());
  }

  /** The names of all topics. */
  public static List<String> names() {
    return List.copyOf(TOPICS.keySet());
  }

  /** A topic by its name, or null. */
  public static Topic get(String name) {
    return TOPICS.get(name);
  }

  /** All topics as a page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        "# Help topics\n\nWritten from `peerglot help TOPIC`; a test fails when it is stale.\n");
    for (Topic topic : all()) {
      String summary = topic.summary();
      page.append("\n## ").append(topic.name()).append("\n\n");
      page.append(Character.toUpperCase(summary.charAt(0))).append(summary.substring(1));
      page.append(".\n\n```\n").append(topic.text().get().stripTrailing()).append("\n```\n");
    }
    return page.toString();
  }

  private static String keyLogs() {
    StringBuilder text =
        new StringBuilder(
            """
            A key log holds secrets, one a line: LABEL FIRST SECRET. FIRST is what identifies
            the connection's end by bytes on the wire, both are hex, # starts a comment, and
            labels that nobody knows are passed over. --keylog FILE appends ours, --keys FILE
            reads one (several times, if need be), and --record FILE.pcapng keeps traffic with
            its secrets inside, so that decode needs no --keys.
            Whoever has a key log can read the traffic.

            """);
    Map<String, String> labels = new LinkedHashMap<>();
    for (Protocol protocol : Protocols.all()) {
      labels.putAll(protocol.keyLabels()); // networks on the same transport share theirs
    }
    labels.forEach((label, what) -> text.append("  %-22s %s%n".formatted(label, what)));
    return text.toString();
  }

  private static String environment() {
    StringBuilder text =
        new StringBuilder(
            """
            Options that mean the same everywhere can be given once and for all, by a variable
            or in the file peerglot/config below $XDG_CONFIG_HOME (~/.config): lines of
              option = value
            with # for comments. The command line wins over variables, these over the file.

            """);
    Defaults.OPTIONS.forEach(
        (option, what) ->
            text.append("  %-20s %-11s %s%n".formatted(Defaults.variable(option), option, what)));
    text.append(
        """

          NO_COLOR             no colours unless --color=always
          TERM=dumb            no colours, and no line that is written over
          LC_ALL, LC_CTYPE, LANG   without UTF-8 in them, arrows are ASCII
          COLUMNS              the width of the terminal
          PEERGLOT_JAVA_HOME   the JDK to use; PEERGLOT_JAVA_OPTS: its options
        """);
    return text.toString();
  }
}
