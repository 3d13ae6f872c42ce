// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.view.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JsonHintsTest {
  private static List<String> offered(String network, String message, String text) {
    Catalogue catalogue = Protocols.ofScheme(network).orElseThrow().messages();
    Suggestions found = JsonHints.of(catalogue.find(message).orElseThrow().type(), text);
    assertTrue(found.words().stream().allMatch(w -> w.text().startsWith(text(text, found))));
    return found.words().stream().map(word -> word.text().substring(found.kept())).toList();
  }

  private static String text(String text, Suggestions found) {
    return text.substring(0, found.kept());
  }

  @Test
  void fieldsThatAreNotThereYet() {
    assertEquals(List.of("\"announce\": ", "\"version\": "), offered("bitcoin", "sendcmpct", "{"));
    assertEquals(
        List.of("\"version\": "), offered("bitcoin", "sendcmpct", "{\"announce\": true, "));
    assertEquals(
        List.of("\"version\": "), offered("bitcoin", "sendcmpct", "{\"announce\": true,\n \"ve"));
    assertEquals(
        List.of("\"hash\": "),
        offered("bitcoin", "getdata", "{\"inventory\": [{\"type\": \"TX\", \"h"));
  }

  @Test
  void wordsOfAValue() {
    String before = "{\"inventory\": [{\"type\": ";
    assertTrue(offered("bitcoin", "getdata", before).contains("\"WITNESS_TX\""));
    assertTrue(offered("bitcoin", "getdata", before + "\"WIT").contains("\"WITNESS_TX\""));
  }

  @Test
  void nothingWhereNothingFits() {
    for (String text :
        List.of("{}", "{\"announce\"", "{\"announce\": true", "{\"x\": {", "[", "}", "{]")) {
      assertEquals(List.of(), offered("bitcoin", "sendcmpct", text), text);
    }
  }

  /** Whatever is typed, nothing goes wrong: beginnings of the JSON of every message. */
  @Test
  void everyBeginningIsRead() {
    for (Protocol protocol : Protocols.all()) {
      protocol.messages().all().forEach(kind -> begin(kind.type()));
    }
  }

  private static void begin(Type<?> type) {
    Out sample = new Out();
    type.sample(new SplittableRandom(type.name().hashCode()), sample);
    Out json = new Out();
    Body.write(type, sample.toBytes(), json);
    String text = new String(json.array(), 0, json.size(), StandardCharsets.UTF_8);
    for (int length = 1; length <= Math.min(text.length(), 200); length++) {
      Suggestions found = JsonHints.of(type, text.substring(0, length));
      assertTrue(found.kept() <= length);
    }
  }

  /** Types may hold themselves: at every place of every message the search for fields ends. */
  @Test
  void fieldsOfEveryTypeAreFound() {
    Set<Type<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Type<?>> todo = new ArrayDeque<>();
    for (Protocol protocol : Protocols.all()) {
      protocol.messages().all().forEach(kind -> todo.add(kind.type()));
    }
    while (!todo.isEmpty()) {
      Type<?> type = todo.poll();
      if (seen.add(type) && seen.size() < 100_000) {
        JsonHints.of(type, "{");
        type.parts().forEach(part -> todo.add(part.type()));
      }
    }
    assertTrue(seen.size() > 500, "" + seen.size());
  }
}
