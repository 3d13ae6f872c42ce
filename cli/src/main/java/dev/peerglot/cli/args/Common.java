// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.view.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Building blocks of commands, and the options that mean the same everywhere. */
public final class Common {
  private Common() {}

  /** Adds what every command has: its name, output options, help. */
  public static CommandSpec complete(CommandSpec spec, Verbs.Entry entry) {
    spec.name("peerglot " + entry.name());
    String summary = entry.summary();
    spec.usageMessage()
        .description(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".")
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .adjustLineBreaksForWideCJKCharacters(false);
    spec.addOption(flag("results as JSON, one object a line (the default in a pipe)", "--json"));
    spec.addOption(flag("only results and errors", "-q", "--quiet"));
    spec.addOption(
        OptionSpec.builder("-v", "--verbose")
            .type(boolean[].class)
            .arity("0")
            .description("handshake steps too; -vv also what went wrong inside")
            .build());
    spec.addOption(value("auto|always|never", "colour in the terminal view", "--color"));
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("this text")
            .build());
    spec.parser().collectErrors(false);
    spec.interpolateVariables(false); // none is used, and looking for some takes a start 2 ms
    return spec;
  }

  /** Tells the console what the options of {@link #complete} say. */
  public static void apply(ParseResult line, Console console) {
    boolean[] verbose = line.matchedOptionValue("-v", new boolean[0]);
    String color = text(line, "--color", "auto");
    if (!List.of("auto", "always", "never").contains(color)) {
      throw Usage.wrong("--color is auto, always or never, not '" + color + "'");
    }
    console.apply(
        line.hasMatchedOption("--json"), line.hasMatchedOption("-q"), verbose.length, color);
  }

  /** Tells the console what is said about colour where no command is parsed. */
  public static void early(Console console, String[] args) {
    String color = "auto";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--color=")) {
        color = args[i].substring(8);
      } else if (args[i].equals("--color") && i + 1 < args.length) {
        color = args[i + 1];
      }
    }
    console.apply(false, false, 0, color);
  }

  /** The words that may have been meant, as half a sentence; another one where none is near. */
  public static String hint(String word, Collection<String> known, String otherwise) {
    List<String> near = Nearest.to(word, known);
    return near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?";
  }

  /** What is wrong with a command line, in one line with what to try. */
  public static Usage wrong(ParameterException fault, Verbs.Entry entry) {
    String see = "see peerglot help " + entry.name();
    if (fault instanceof UnmatchedArgumentException strange && !strange.getUnmatched().isEmpty()) {
      String word = strange.getUnmatched().getFirst();
      if (word.startsWith("-") && word.length() > 1) {
        int sign = word.indexOf('=');
        String name = sign < 0 ? word : word.substring(0, sign);
        Set<String> known = fault.getCommandLine().getCommandSpec().optionsMap().keySet();
        return Usage.wrong(entry.name() + " has no option " + name + "; " + hint(name, known, see));
      }
      return Usage.wrong(entry.name() + " has no place for '" + word + "'; " + see);
    }
    String line = fault.getMessage().lines().findFirst().orElse("wrong arguments");
    return Usage.wrong(line + "; " + see);
  }

  /** An option without a value. */
  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).type(boolean.class).description(description).build();
  }

  /** An option with a value. */
  public static OptionSpec value(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that may come more than once. */
  public static OptionSpec values(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** A parameter at a place. */
  public static PositionalParamSpec parameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity("1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** A parameter at a place that may be left out. */
  public static PositionalParamSpec optional(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** All parameters from a place on. */
  public static PositionalParamSpec rest(
      int index, String arity, String label, String description) {
    return PositionalParamSpec.builder()
        .index(index + "..*")
        .arity(arity)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The text of an option or parameter. */
  public static String text(ParseResult line, String name, String otherwise) {
    return line.matchedOptionValue(name, otherwise);
  }

  /** All texts of an option. */
  public static List<String> texts(ParseResult line, String name) {
    return line.matchedOptionValue(name, List.of());
  }

  /** The parameter at a place, or null. */
  public static String parameter(ParseResult line, int index) {
    return line.matchedPositionalValue(index, null);
  }

  /** The parameters from a place on. */
  public static List<String> rest(ParseResult line, int index) {
    return line.matchedPositionalValue(index, List.of());
  }

  /** A whole number of an option, at least {@code least}. */
  public static int number(ParseResult line, String name, int otherwise, int least) {
    String text = text(line, name, null);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw Usage.wrong(name + " wants a whole number, not '" + text + "'");
    }
    throw Usage.wrong(name + " wants at least " + least + ", not " + text);
  }

  /** A number of an option, not negative, with a fraction if need be. */
  public static double rate(ParseResult line, String name, double otherwise) {
    String text = text(line, name, null);
    try {
      double value = text == null ? otherwise : Double.parseDouble(text);
      if (value >= 0 && value <= 1e9) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw Usage.wrong(name + " wants a number a second, not '" + text + "'");
    }
    throw Usage.wrong(name + " wants a number from 0 on, not " + text);
  }

  /** A heading that groups options in the help. */
  public static ArgGroupSpec group(String heading, OptionSpec... options) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%n" + heading + "%n").validate(false);
    for (OptionSpec option : options) {
      group.addArg(option);
    }
    return group.build();
  }
}
