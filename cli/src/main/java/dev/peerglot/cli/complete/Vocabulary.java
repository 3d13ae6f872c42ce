// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import dev.peerglot.cli.Topics;
import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.protocol.Protocols;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may be typed where, from the command model and the catalogue. */
public final class Vocabulary {
  private Vocabulary() {}

  /**
   * A word that may be typed.
   *
   * @param text the word
   * @param doc what it is, in one line; may be empty
   */
  public record Word(String text, String doc) {}

  /** The commands, and {@code help}. */
  public static List<Word> commands() {
    List<Word> words = new ArrayList<>();
    Verbs.all().forEach(entry -> words.add(new Word(entry.name(), entry.summary())));
    words.add(new Word("help", "more about a command or a topic"));
    return words;
  }

  /** What {@code help} knows. */
  public static List<Word> topics() {
    List<Word> words = new ArrayList<>();
    Verbs.all().forEach(entry -> words.add(new Word(entry.name(), entry.summary())));
    Topics.all().forEach(topic -> words.add(new Word(topic.name(), topic.summary())));
    return words;
  }

  /** The options of a command, long names. */
  public static List<Word> options(Verbs.Entry entry) {
    return spec(entry).options().stream()
        .map(option -> new Word(option.longestName(), String.join(" ", option.description())))
        .toList();
  }

  /** All networks. */
  public static List<Word> networks() {
    return Protocols.all().stream()
        .flatMap(protocol -> protocol.networks().stream())
        .map(network -> new Word(network.scheme(), network.title()))
        .toList();
  }

  /** The networks of a protocol by name. */
  public static List<String> schemes(Protocol protocol) {
    return protocol.networks().stream().map(Network::scheme).toList();
  }

  /** The messages of a catalogue. */
  public static List<Word> messages(Catalogue catalogue) {
    return catalogue.all().stream().map(kind -> new Word(kind.name(), kind.doc())).toList();
  }

  /** The messages and the parts with names of their own. */
  public static List<Word> types(Catalogue catalogue) {
    List<Word> words = new ArrayList<>(messages(catalogue));
    catalogue.parts().values().forEach(kind -> words.add(new Word(kind.name(), kind.doc())));
    return words;
  }

  /** The fields of a message, as {@code NAME=}; none where the body is no object. */
  public static List<Word> fields(MessageKind kind) {
    List<Word> words = new ArrayList<>();
    for (Type.Part part : members(kind.type())) {
      words.add(new Word(part.name() + "=", about(part)));
    }
    return words;
  }

  /** The type of a field and its sentence. */
  static String about(Type.Part part) {
    return part.type().name() + (part.doc().isEmpty() ? "" : ": " + part.doc());
  }

  /** The fields of a message by name. */
  static List<Type.Part> members(Type<?> type) {
    return type instanceof Choice
        ? List.of()
        : type.parts().stream().filter(part -> !part.name().isEmpty()).toList();
  }

  /** The words that stand for numbers, by the fields of a message whose values have some. */
  public static Map<String, List<Word>> values(MessageKind kind) {
    Map<String, List<Word>> values = new LinkedHashMap<>();
    for (Type.Part part : members(kind.type())) {
      Names names = part.type().names();
      if (names != null && !names.isFlags()) {
        List<Word> words = new ArrayList<>();
        names
            .words()
            .forEach(
                (number, word) ->
                    words.add(new Word(part.name() + "=" + word, Long.toUnsignedString(number))));
        values.put(part.name(), words);
      }
    }
    return values;
  }

  /** The words of a field whose bits have names, behind those that are typed already. */
  public static List<Word> flags(MessageKind kind, String field, String typed) {
    List<Word> words = new ArrayList<>();
    String before = typed.substring(0, typed.lastIndexOf('|') + 1);
    List<String> used = List.of(before.split("\\|"));
    for (Type.Part part : members(kind.type())) {
      Names names = part.type().names();
      if (part.name().equals(field) && names != null && names.isFlags()) {
        names
            .words()
            .forEach(
                (bit, word) -> {
                  if (!used.contains(word)) {
                    words.add(new Word(field + "=" + before + word, "bit " + bit));
                  }
                });
      }
    }
    return words;
  }

  /** A message's name in full and as short as people may write it. */
  public static List<String> spellings(MessageKind kind, Catalogue catalogue) {
    List<String> names = new ArrayList<>(List.of(kind.name()));
    int cut = kind.name().lastIndexOf('_');
    if (cut > 0) {
      String shorter = kind.name().substring(0, cut);
      if (catalogue.find(shorter).filter(kind::equals).isPresent()) {
        names.add(shorter);
      }
    }
    return names;
  }

  /** What an option of any command wants, by its name; empty for one without a value. */
  public static Map<String, String> optionKinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Verbs.Entry entry : Verbs.all()) {
      for (OptionSpec option : spec(entry).options()) {
        String kind = option.arity().max() == 0 ? "" : kind(option.paramLabel(), entry.name());
        for (String name : option.names()) {
          kinds.merge(name, kind, (old, other) -> old.equals(other) ? old : "text");
        }
      }
    }
    return kinds;
  }

  /** What a command wants at its places; the last one again and again where it takes many. */
  public static List<String> places(Verbs.Entry entry) {
    List<String> kinds = new ArrayList<>();
    for (PositionalParamSpec parameter : spec(entry).positionalParameters()) {
      kinds.add(kind(parameter.paramLabel(), entry.name()));
    }
    return kinds;
  }

  /** Whether the last place of a command takes many words. */
  public static boolean takesMany(Verbs.Entry entry) {
    List<PositionalParamSpec> parameters = spec(entry).positionalParameters();
    return !parameters.isEmpty() && parameters.getLast().index().max() > parameters.size() - 1;
  }

  /** What a label of the help asks for, in a word that the scripts know. */
  private static String kind(String label, String command) {
    if (label.matches("[a-z0-9-]+(\\|[a-z0-9-]+)+")) {
      return "choice:" + label.replace('|', ' ');
    }
    return switch (label) {
      case "FILE", "FILE|URL", "INPUT", "CRAWL", "STORE", "JSON|@FILE|@-" -> "file";
      case "FOLDER" -> "folder";
      case "NETWORK" -> "network";
      case "MESSAGE" -> command.equals("send") ? "message" : "type";
      case "PEER", "SEED" -> "peer";
      case "NAME=VALUE" -> "field";
      default -> "text";
    };
  }

  private static CommandSpec spec(Verbs.Entry entry) {
    return Common.complete(entry.verb().get().spec(), entry);
  }
}
