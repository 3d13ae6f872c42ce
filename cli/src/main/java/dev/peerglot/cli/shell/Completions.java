// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.complete.Suggestions;
import dev.peerglot.cli.complete.Vocabulary.Word;
import java.util.List;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers: the words of the catalogue, each with its sentence. */
final class Completions implements Completer {
  private final Session session;
  private final Completers.FilesCompleter files =
      new Completers.FilesCompleter(java.nio.file.Path.of(""));

  Completions(Session session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    Connection current = session.current();
    String network = current == null ? "" : current.target().network().scheme();
    List<String> words = line.words().subList(0, line.wordIndex());
    Suggestions found = Suggestions.of(words, line.word(), network, Dialogue.WORDS);
    if (found.files()) {
      files.complete(reader, line, candidates);
      return;
    }
    int order = 0;
    for (Word word : found.words()) {
      boolean whole = !word.text().matches("(?s).*(=|://|: |[{\\[].*)");
      String shown = word.text().substring(found.kept());
      candidates.add(
          new Candidate(
              word.text(), shown, null, shortened(word.doc()), null, null, whole, order++));
    }
  }

  private static String shortened(String doc) {
    return doc.isEmpty() ? null : doc.length() > 60 ? doc.substring(0, 57) + "..." : doc;
  }
}
