// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.cli.Topics;
import dev.peerglot.cli.complete.Scripts;
import dev.peerglot.cli.print.CommandReference;
import dev.peerglot.cli.print.ManPage;
import dev.peerglot.cli.print.Reference;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written from declarations is fresh; {@code -Dpeerglot.docs=fix} writes it anew. */
class GeneratedDocsTest {
  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("docs/cli.md", CommandReference.markdown());
    pages.put("docs/topics.md", Topics.markdown());
    pages.put("docs/man/peerglot.1", ManPage.text());
    for (String shell : Scripts.SHELLS) {
      pages.put("completions/" + Scripts.file(shell), Scripts.of(shell));
    }
    for (Protocol protocol : Protocols.all()) {
      pages.put("docs/protocols/" + protocol.name() + ".md", Reference.markdown(protocol));
    }
    return pages;
  }

  @Test
  void generatedFilesAreFresh() throws IOException {
    Path root = Path.of(System.getProperty("peerglot.root"));
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Path file = root.resolve(page.getKey());
      if ("fix".equals(System.getProperty("peerglot.docs"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
      String there = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(
          page.getValue(), there, page.getKey() + " is stale: run with -Dpeerglot.docs=fix");
    }
  }
}
