// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.complete.Vocabulary.Word;
import dev.peerglot.codec.protocol.Protocols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The words that only the shell knows. */
final class Dialogue {
  /** How long a goodbye may take. */
  static final Duration SOON = Duration.ofSeconds(2);

  static final List<Word> WORDS =
      List.of(
          new Word("connect", "dial a peer and stay with it: connect NETWORK://HOST[:PORT]"),
          new Word("send", "say something to the current peer: send MESSAGE NAME=VALUE"),
          new Word("watch", "print only these messages: watch MESSAGE, watch on, watch off"),
          new Word("peers", "the connections"),
          new Word("use", "make another connection the current one: use 1"),
          new Word("close", "leave a peer politely"),
          new Word("wait", "do nothing for a while, in a script: wait 2s"),
          new Word("record", "keep the traffic of later connections: record FILE.pcapng"),
          new Word("save", "write the lines so far as a script: save FILE"),
          new Word("exit", "leave, with a status if need be"));

  static final String HELP = help();

  private Dialogue() {}

  private static String help() {
    StringBuilder text = new StringBuilder();
    WORDS.forEach(word -> text.append("  %-9s %s%n".formatted(word.text(), word.doc())));
    text.append(
        """

        Every command of peerglot works too: explain, decode, encode, dial, crawl; help COMMAND says
        more. Tab completes. JSON needs no quotes and may go over several lines.
        """);
    return text.toString();
  }

  static boolean isNetwork(String word) {
    return Protocols.schemes().contains(word);
  }

  /** What is said about a word that is no command. */
  static String unknown(String word) {
    List<String> known = new ArrayList<>(Verbs.names());
    WORDS.forEach(own -> known.add(own.text()));
    return "there is no command '" + word + "'; " + Common.hint(word, known, "see help");
  }
}
