// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reference: networks, messages and fields, all from their declarations. */
public final class Reference {
  private static final int DEEPEST = 8;

  /** A choice of more arms is shown without their fields: each arm has a page of its own. */
  private static final int MOST_ARMS = 16;

  private Reference() {}

  /**
   * One line of a message's fields.
   *
   * @param depth how deep it is nested
   * @param name its name; empty for the item of a list
   * @param type its wire type
   * @param doc its sentence
   * @param words the words that stand for numbers, or empty
   */
  public record Row(int depth, String name, String type, String doc, String words) {}

  /**
   * The fields of a message or part, nested ones below. Each named type is shown once; parts that
   * the catalogue explains by themselves are only named.
   */
  public static List<Row> rows(MessageKind kind, Catalogue catalogue) {
    List<Row> rows = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    catalogue.parts().values().forEach(part -> shown.add(part.type().name()));
    add(rows, kind.type(), 0, shown);
    return rows;
  }

  private static void add(List<Row> rows, Type<?> type, int depth, Set<String> shown) {
    if (depth > DEEPEST) {
      return;
    }
    boolean wide = type instanceof Choice choice && choice.arms().size() > MOST_ARMS;
    for (Type.Part part : type.parts()) {
      String note = note(type, part);
      if (part.name().isEmpty()) {
        inside(rows, part.type(), depth, shown);
      } else {
        rows.add(
            new Row(depth, part.name(), part.type().name(), part.doc() + note, words(part.type())));
        if (!wide) {
          inside(rows, part.type(), depth + 1, shown);
        }
      }
    }
    type.derived().forEach(row -> rows.add(new Row(depth, row.name(), "computed", row.doc(), "")));
  }

  private static void inside(List<Row> rows, Type<?> type, int depth, Set<String> shown) {
    boolean named = type instanceof Sequence<?> || type instanceof Choice;
    boolean seen = named ? !shown.add(type.name()) : shown.contains(type.name());
    if (!seen && !type.parts().isEmpty()) {
      add(rows, type, depth, shown);
    }
  }

  private static String note(Type<?> type, Type.Part part) {
    if (!(type instanceof Sequence<?> sequence)) {
      return "";
    }
    for (Field<?, ?> field : sequence.fields()) {
      if (field.name().equals(part.name())) {
        String absent =
            field.ifLeft()
                ? "; may be missing at the end"
                : field.isConditional() ? "; only if what stands before it says so" : "";
        return absent + (field.fallback() == null ? "" : "; default " + field.fallback());
      }
    }
    return "";
  }

  private static String words(Type<?> type) {
    Names names = type.names();
    if (names == null) {
      return "";
    }
    List<String> words = new ArrayList<>();
    names
        .words()
        .forEach(
            (number, word) ->
                words.add(
                    (names.isFlags() ? "bit " : "") + Long.toUnsignedString(number) + " " + word));
    return String.join(", ", words);
  }

  /** A message as text. */
  public static String message(Console console, MessageKind kind, Catalogue catalogue) {
    StringBuilder text = new StringBuilder();
    text.append(Paint.NAME.on(console, kind.name())).append(" (").append(kind.code()).append(")  ");
    text.append(kind.doc()).append('\n');
    List<Row> rows = rows(kind, catalogue);
    if (rows.isEmpty()) {
      text.append("  no fields\n");
    }
    int width =
        rows.stream().mapToInt(row -> 2 * row.depth() + row.name().length()).max().orElse(0);
    int typeWidth = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
    for (Row row : rows) {
      String name = pad("  ".repeat(row.depth()) + row.name(), Math.min(width, 40));
      String type = pad(row.type(), Math.min(typeWidth, 28));
      text.append("  ").append(Paint.NAME.on(console, name));
      text.append("  ").append(Paint.DIM.on(console, type)).append("  ");
      String words = row.words().isEmpty() ? "" : (row.doc().isEmpty() ? "" : ": ") + row.words();
      Layout.hang(text, row.doc() + words, 6 + name.length() + type.length(), console);
      text.append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  /** A protocol as text: networks, messages, key logs. */
  public static String protocol(Console console, Protocol protocol) {
    StringBuilder text = new StringBuilder();
    text.append(Paint.NAME.on(console, protocol.name())).append("  ");
    text.append(protocol.about()).append("\n\nnetworks\n");
    for (Network network : protocol.networks()) {
      text.append(
          "  %-22s port %-6d %s%n".formatted(network.scheme(), network.port(), network.title()));
      text.append("  %-22s id %s%n".formatted("", Hex.of(network.id())));
    }
    text.append("\nmessages\n");
    kinds(text, console, protocol.messages().all());
    if (!protocol.messages().parts().isEmpty()) {
      text.append("\nparts of messages\n");
      kinds(text, console, List.copyOf(protocol.messages().parts().values()));
    }
    if (!protocol.keyLabels().isEmpty()) {
      text.append("\nkey log labels\n");
      for (Map.Entry<String, String> label : protocol.keyLabels().entrySet()) {
        text.append("  %-22s %s%n".formatted(label.getKey(), label.getValue()));
      }
    }
    return text.toString().stripTrailing();
  }

  private static void kinds(StringBuilder text, Console console, List<MessageKind> kinds) {
    int width = kinds.stream().mapToInt(kind -> kind.name().length()).max().orElse(0);
    boolean coded = kinds.stream().anyMatch(kind -> !kind.code().equals(kind.name()));
    int codes = coded ? kinds.stream().mapToInt(k -> k.code().length()).max().orElse(0) + 2 : 0;
    for (MessageKind kind : kinds) {
      text.append("  ").append(Paint.NAME.on(console, pad(kind.name(), width))).append("  ");
      text.append(coded ? Paint.DIM.on(console, pad(kind.code(), codes)) : "");
      Layout.hang(text, kind.doc(), 4 + width + codes, console);
      text.append('\n');
    }
  }

  /** A protocol as a Markdown page. */
  public static String markdown(Protocol protocol) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(protocol.name()).append("\n\n").append(protocol.about());
    page.append(".\n\nWritten by `peerglot explain ")
        .append(protocol.networks().getFirst().scheme());
    page.append(
        " --markdown` from the declarations; a test fails when it is stale.\n\n## Networks\n\n");
    page.append("| name | what | port | id on the wire | seeds |\n|---|---|--:|---|---|\n");
    for (Network network : protocol.networks()) {
      page.append(
          "| `%s` | %s | %d | `%s` | %s |%n"
              .formatted(
                  network.scheme(),
                  network.title(),
                  network.port(),
                  Hex.of(network.id()),
                  String.join(", ", network.seeds())));
    }
    if (!protocol.keyLabels().isEmpty()) {
      page.append("\n## Key log\n\n| label | first, secret |\n|---|---|\n");
      protocol
          .keyLabels()
          .forEach((label, what) -> page.append("| `%s` | %s |%n".formatted(label, what)));
    }
    page.append("\n## Messages\n");
    protocol.messages().all().forEach(kind -> section(page, kind, protocol.messages()));
    if (!protocol.messages().parts().isEmpty()) {
      page.append("\n## Parts of messages\n");
      protocol
          .messages()
          .parts()
          .values()
          .forEach(kind -> section(page, kind, protocol.messages()));
    }
    return page.toString();
  }

  private static void section(StringBuilder page, MessageKind kind, Catalogue catalogue) {
    page.append("\n### ").append(kind.name());
    page.append(kind.code().equals(kind.name()) ? "" : " (" + kind.code() + ")");
    page.append("\n\n").append(kind.doc()).append(".\n");
    List<Row> rows = rows(kind, catalogue);
    if (rows.isEmpty()) {
      return;
    }
    page.append("\n| field | type | what |\n|---|---|---|\n");
    for (Row row : rows) {
      String indent = "&nbsp;&nbsp;".repeat(row.depth());
      String words = row.words().isEmpty() ? "" : (row.doc().isEmpty() ? "" : ": ") + row.words();
      page.append(
          "| %s`%s` | %s | %s%s |%n".formatted(indent, row.name(), row.type(), row.doc(), words));
    }
  }
}
