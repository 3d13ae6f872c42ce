// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.complete.Vocabulary.Word;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand at the cursor of a line in the shell.
 *
 * @param words the words that fit
 * @param files whether the name of a file belongs there
 * @param kept how many letters of the word at the cursor stand before what is completed
 */
public record Suggestions(List<Word> words, boolean files, int kept) {
  /**
   * What fits behind some words.
   *
   * @param before the words before the cursor, the command first
   * @param current the beginning of the word at the cursor
   * @param network the network of the peer that the shell is connected with, or empty
   * @param own the commands that only the shell has
   */
  public static Suggestions of(
      List<String> before, String current, String network, List<Word> own) {
    if (before.isEmpty()) {
      Map<String, Word> all = new LinkedHashMap<>();
      own.forEach(word -> all.put(word.text(), word));
      Vocabulary.commands().forEach(word -> all.putIfAbsent(word.text(), word));
      all.remove("shell");
      return some(new ArrayList<>(all.values()));
    }
    Scan scan = new Scan(before, current, network);
    return scan.suggest(current);
  }

  /** The same behind something that stays. */
  private Suggestions behind(String before) {
    List<Word> longer =
        words.stream().map(word -> new Word(before + word.text(), word.doc())).toList();
    return new Suggestions(longer, files, kept + before.length());
  }

  private static Suggestions some(List<Word> words) {
    return new Suggestions(words, false, 0);
  }

  /** Goes through the words before the cursor. */
  private static final class Scan {
    private final String command;
    private final List<String> places;
    private final Map<String, String> options = Vocabulary.optionKinds();
    private String network;
    private String message = "";
    private String pending = "";
    private int place;

    private Scan(List<String> before, String current, String connected) {
      command = before.getFirst();
      network = connected;
      List<String> given = before.subList(1, before.size());
      String first = given.isEmpty() ? current : given.getFirst();
      boolean toCurrent = !connected.isEmpty() && !first.contains("://");
      places = places(toCurrent);
      given.forEach(this::take);
    }

    private List<String> places(boolean toCurrent) {
      return switch (command) {
        case "connect" -> List.of("peer");
        case "watch" -> List.of("message");
        case "record", "save" -> List.of("file");
        case "help" -> List.of("topic");
        case "send" ->
            toCurrent ? List.of("message", "field") : Vocabulary.places(Verbs.get("send"));
        case "explain" -> toCurrent ? List.of("either", "type") : List.of("network", "type");
        default -> {
          Verbs.Entry entry = Verbs.get(command);
          yield entry == null ? List.of() : Vocabulary.places(entry);
        }
      };
    }

    private String kind() {
      if (places.isEmpty()) {
        return "text";
      }
      boolean many = command.equals("watch") || !places.getLast().equals("type");
      return place < places.size() || many
          ? places.get(Math.min(place, places.size() - 1))
          : "text";
    }

    private void take(String word) {
      String kind = pending.isEmpty() ? kind() : pending;
      if (pending.isEmpty() && word.startsWith("-")) {
        pending = word.contains("=") ? "" : options.getOrDefault(word, "");
        return;
      }
      switch (kind) {
        case "network" -> network = word;
        case "peer" -> network = word.replaceAll(":.*", "");
        case "message", "type" -> message = word;
        case "either" -> {
          if (Protocols.ofScheme(word).isPresent()) {
            network = word;
          }
        }
        default -> {}
      }
      place += pending.isEmpty() ? 1 : 0;
      pending = "";
    }

    private Suggestions suggest(String current) {
      if (pending.isEmpty() && current.startsWith("-")) {
        Verbs.Entry entry = Verbs.get(command);
        return some(entry == null ? List.of() : Vocabulary.options(entry));
      }
      String kind = pending.isEmpty() ? kind() : pending;
      Optional<Catalogue> catalogue = Protocols.ofScheme(network).map(Protocol::messages);
      return switch (kind) {
        case "file", "folder" ->
            current.startsWith("{") && message(catalogue).isPresent()
                ? JsonHints.of(message(catalogue).get().type(), current)
                : new Suggestions(List.of(), true, 0);
        case "network" -> some(Vocabulary.networks());
        case "topic" -> some(Vocabulary.topics());
        case "peer" ->
            some(
                Vocabulary.networks().stream()
                    .map(word -> new Word(word.text() + "://", word.doc()))
                    .toList());
        case "message" -> some(catalogue.map(Vocabulary::messages).orElse(List.of()));
        case "type" -> some(catalogue.map(Vocabulary::types).orElse(List.of()));
        case "either" -> {
          List<Word> both = new ArrayList<>(catalogue.map(Vocabulary::types).orElse(List.of()));
          both.addAll(Vocabulary.networks());
          yield some(both);
        }
        case "field" -> message(catalogue).map(k -> fields(k, current)).orElse(some(List.of()));
        default -> some(choices(kind));
      };
    }

    private Optional<MessageKind> message(Optional<Catalogue> catalogue) {
      return catalogue.flatMap(c -> c.findType(message));
    }

    private static Suggestions fields(MessageKind kind, String current) {
      int sign = current.indexOf('=');
      if (sign < 0) {
        return some(Vocabulary.fields(kind));
      }
      String field = current.substring(0, sign);
      String value = current.substring(sign + 1);
      if (value.startsWith("{") || value.startsWith("[")) {
        return Vocabulary.members(kind.type()).stream()
            .filter(part -> part.name().equals(field))
            .findFirst()
            .map(part -> JsonHints.of(part.type(), value).behind(current.substring(0, sign + 1)))
            .orElse(some(List.of()));
      }
      List<Word> words = new ArrayList<>(Vocabulary.values(kind).getOrDefault(field, List.of()));
      words.addAll(Vocabulary.flags(kind, field, value));
      return some(words);
    }

    private static List<Word> choices(String kind) {
      if (!kind.startsWith("choice:")) {
        return List.of();
      }
      return List.of(kind.substring(7).split(" ")).stream()
          .map(word -> new Word(word, ""))
          .toList();
    }
  }
}
