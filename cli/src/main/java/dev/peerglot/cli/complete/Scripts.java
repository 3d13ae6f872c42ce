// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.complete;

import java.util.List;

/** The completion scripts: for each shell the table in its notation, and the code that reads it. */
public final class Scripts {
  /** The shells that there are scripts for. */
  public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private static final int LONGEST_DOC = 70;

  private Scripts() {}

  /** The name of a shell's script, as that shell looks for it. */
  public static String file(String shell) {
    return shell.equals("zsh") ? "_peerglot" : "peerglot." + shell;
  }

  /** The script of a shell. */
  public static String of(String shell) {
    return switch (shell) {
      case "bash" -> Bash.HEAD + posix("") + Bash.TAIL;
      case "zsh" -> Zsh.HEAD + posix(":") + Zsh.TAIL;
      case "fish" -> Fish.HEAD + fish() + Fish.TAIL;
      default -> throw new IllegalArgumentException(shell);
    };
  }

  /** The table as a {@code case}; where there are docs, {@code between} word and doc. */
  private static String posix(String between) {
    StringBuilder text = new StringBuilder("_peerglot_lines() {\n  case $1 in\n");
    Table.rows(
        (keys, words) -> {
          text.append("    ").append(String.join("|", keys)).append(")");
          text.append(words.size() == 1 ? " echo " : " printf '%s\\n'");
          boolean one = words.size() == 1;
          for (Vocabulary.Word word : words) {
            String line =
                between.isEmpty() || word.doc().isEmpty()
                    ? word.text()
                    : word.text().replace(":", "\\:") + between + doc(word);
            text.append(one ? "" : between.isEmpty() ? " " : " \\\n      ");
            text.append('\'').append(line.replace("'", "'\\''")).append('\'');
          }
          text.append(" ;;\n");
        });
    return text.append("  esac\n}\n").toString();
  }

  private static String fish() {
    StringBuilder text = new StringBuilder("function __peerglot_lines\n  switch $argv[1]\n");
    Table.rows(
        (keys, words) -> {
          text.append("    case");
          keys.forEach(key -> text.append(" '").append(key.replace("[0-9]*", "*")).append('\''));
          text.append("\n      printf '%s\\t%s\\n'");
          for (Vocabulary.Word word : words) {
            text.append(words.size() == 1 ? " " : " \\\n        ");
            text.append(fish(word.text())).append(' ').append(fish(doc(word)));
          }
          text.append('\n');
        });
    return text.append("  end\nend\n").toString();
  }

  private static String fish(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String doc(Vocabulary.Word word) {
    String line = word.doc().replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_DOC ? line : line.substring(0, LONGEST_DOC - 3) + "...";
  }
}
