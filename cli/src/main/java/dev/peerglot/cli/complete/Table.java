// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import dev.peerglot.cli.command.Verbs;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The vocabulary as one table from keys to lines, which every script holds in the notation of its
 * shell. Keys: {@code commands}, {@code topics}, {@code networks}, {@code peers}, {@code
 * options:COMMAND}, {@code family:NETWORK}, {@code messages:FAMILY}, {@code types:FAMILY}, {@code
 * fields:FAMILY/MESSAGE}, {@code values:FAMILY/MESSAGE/FIELD}, {@code kind:COMMAND:PLACE}, {@code
 * kind:COMMAND:OPTION}; several keys may share their lines, and {@code *} stands for anything.
 */
final class Table {
  private Table() {}

  /** Gives all rows: keys, and words. */
  static void rows(BiConsumer<List<String>, List<Vocabulary.Word>> row) {
    row.accept(List.of("commands"), Vocabulary.commands());
    row.accept(List.of("topics"), Vocabulary.topics());
    row.accept(List.of("networks"), Vocabulary.networks());
    row.accept(
        List.of("peers"),
        Vocabulary.networks().stream()
            .map(word -> new Vocabulary.Word(word.text() + "://", word.doc()))
            .toList());
    for (Verbs.Entry entry : Verbs.all()) {
      row.accept(List.of("options:" + entry.name()), Vocabulary.options(entry));
    }
    kinds(row);
    Protocols.all().forEach(protocol -> protocol(protocol, row));
  }

  private static void kinds(BiConsumer<List<String>, List<Vocabulary.Word>> row) {
    Vocabulary.optionKinds()
        .forEach(
            (name, kind) -> {
              if (!kind.isEmpty()) {
                row.accept(List.of("kind:*:" + name), word(kind));
              }
            });
    row.accept(List.of("kind:help:0"), word("topic"));
    for (Verbs.Entry entry : Verbs.all()) {
      List<String> places = Vocabulary.places(entry);
      for (int i = 0; i < places.size(); i++) {
        boolean last = i == places.size() - 1 && Vocabulary.takesMany(entry);
        String place = "kind:" + entry.name() + ":" + (last ? "[0-9]*" : i);
        row.accept(List.of(place), word(places.get(i)));
      }
    }
  }

  private static List<Vocabulary.Word> word(String text) {
    return List.of(new Vocabulary.Word(text, ""));
  }

  private static void protocol(
      Protocol protocol, BiConsumer<List<String>, List<Vocabulary.Word>> row) {
    String family = protocol.name();
    Catalogue catalogue = protocol.messages();
    row.accept(
        Vocabulary.schemes(protocol).stream().map(scheme -> "family:" + scheme).toList(),
        word(family));
    row.accept(List.of("messages:" + family), Vocabulary.messages(catalogue));
    row.accept(List.of("types:" + family), Vocabulary.types(catalogue));
    List<MessageKind> kinds = new ArrayList<>(catalogue.all());
    kinds.addAll(catalogue.parts().values());
    for (MessageKind kind : kinds) {
      List<String> names = Vocabulary.spellings(kind, catalogue);
      List<Vocabulary.Word> fields = Vocabulary.fields(kind);
      if (!fields.isEmpty()) {
        row.accept(names.stream().map(name -> "fields:" + family + "/" + name).toList(), fields);
      }
      Vocabulary.values(kind)
          .forEach(
              (field, words) ->
                  row.accept(
                      names.stream()
                          .map(name -> "values:" + family + "/" + name + "/" + field)
                          .toList(),
                      words));
    }
  }
}
