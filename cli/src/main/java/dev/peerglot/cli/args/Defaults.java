// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.view.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that are given once and for all: by variables such as {@code PEERGLOT_TIMEOUT}, or in the
 * configuration file, {@code peerglot/config} below {@code XDG_CONFIG_HOME} ({@code ~/.config}).
 * The command line wins over variables, these win over the file.
 */
public final class Defaults {
  /** The options with what they say, in the order of the help. */
  public static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  private static final long LONGEST = 1 << 20;

  static {
    OPTIONS.put("json", "true: JSON lines also on a terminal");
    OPTIONS.put("quiet", "true: only results and errors");
    OPTIONS.put("verbose", "true: handshake steps too");
    OPTIONS.put("color", "auto, always or never");
    OPTIONS.put("timeout", "most time for a peer in all: 500ms, 5s, 2m");
    OPTIONS.put("keys", "a key log to read; in the file several times, if need be");
    OPTIONS.put("keylog", "a key log to append to");
    OPTIONS.put("record", "a recording to write");
    OPTIONS.put("key", "an identity key");
    OPTIONS.put("proxy", "socks5://HOST[:PORT]");
    OPTIONS.put("bind", "our own address");
    OPTIONS.put("user-agent", "name that we give ourselves");
  }

  private Defaults() {}

  /** The variable of an option. */
  public static String variable(String option) {
    return "PEERGLOT_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Whether a word on the command line is such an option, with its value in the next word. */
  public static boolean takesNextWord(String word) {
    String name = word.startsWith("--") ? word.substring(2) : "";
    return OPTIONS.containsKey(name) && !isFlag(name);
  }

  private static boolean isFlag(String option) {
    return option.equals("json") || option.equals("quiet") || option.equals("verbose");
  }

  /** The arguments with, before them, the options of a command that are given elsewhere. */
  public static String[] before(String[] arguments, CommandSpec spec, Console console) {
    List<String> all = new ArrayList<>();
    Map<String, List<String>> file = file(console);
    for (String name : OPTIONS.keySet()) {
      OptionSpec option = spec.findOption("--" + name);
      String value = console.environment(variable(name));
      List<String> values = value.isEmpty() ? file.getOrDefault(name, List.of()) : List.of(value);
      if (option != null && !isGiven(option, arguments)) {
        values.forEach(one -> add(all, name, one));
      }
    }
    all.addAll(Arrays.asList(arguments));
    return all.toArray(String[]::new);
  }

  private static void add(List<String> all, String name, String value) {
    if (!isFlag(name)) {
      all.add("--" + name + "=" + value);
      return;
    }
    switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> all.add("--" + name);
      case "false", "no", "off", "0" -> {}
      default ->
          throw Usage.wrong(
              name + " in the environment or configuration is true or false, not '" + value + "'");
    }
  }

  private static boolean isGiven(OptionSpec option, String[] arguments) {
    for (String argument : arguments) {
      for (String name : option.names()) {
        boolean cluster =
            name.length() == 2
                && argument.startsWith("-")
                && !argument.startsWith("--")
                && argument.indexOf(name.charAt(1)) > 0;
        if (cluster || argument.equals(name) || argument.startsWith(name + "=")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the configuration file is, or null. */
  private static Path place(Console console) {
    String home = console.environment("HOME");
    String folder = console.environment("XDG_CONFIG_HOME");
    try {
      if (!folder.isEmpty()) {
        return Path.of(folder, "peerglot", "config");
      }
      return home.isEmpty() ? null : Path.of(home, ".config", "peerglot", "config");
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Map<String, List<String>> file(Console console) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    Path path = place(console);
    if (path == null || !Files.isRegularFile(path)) {
      return options;
    }
    List<String> lines;
    try {
      if (Files.size(path) > LONGEST) {
        throw Usage.wrong(path + " is larger than 1 MiB");
      }
      lines = Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Usage.wrong("cannot read " + path + ", or it is no UTF-8");
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, path + ":" + (i + 1), options);
      }
    }
    return options;
  }

  private static void read(String line, String place, Map<String, List<String>> options) {
    int sign = line.indexOf('=');
    if (sign <= 0) {
      throw Usage.wrong(place + ": '" + line + "' is no 'option = value'");
    }
    String name = line.substring(0, sign).strip();
    if (!OPTIONS.containsKey(name)) {
      List<String> near = Nearest.to(name, OPTIONS.keySet());
      throw Usage.wrong(
          place
              + ": there is no option '"
              + name
              + "' for this file; "
              + (near.isEmpty()
                  ? "see peerglot help environment"
                  : "did you mean " + String.join(" or ", near) + "?"));
    }
    options.computeIfAbsent(name, one -> new ArrayList<>()).add(line.substring(sign + 1).strip());
  }
}
