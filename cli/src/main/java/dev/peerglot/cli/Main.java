// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.cli.args.Common;
import dev.peerglot.cli.args.Defaults;
import dev.peerglot.cli.command.Verb;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.print.Console;
import dev.peerglot.codec.bytes.Malformed;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The entry point: finds the command that is asked for and builds that one alone. */
public final class Main {
  /** The version of peerglot. */
  public static final String VERSION = "0.1.0";

  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] args) {
    int status = run(Console.ofProcess(), args);
    Runtime.getRuntime().halt(status);
  }

  /** Runs one command; returns its status. */
  public static int run(Console console, String... args) {
    int status;
    try {
      status = dispatch(console, args);
    } catch (Usage e) {
      console.flush();
      console.error("peerglot: " + e.getMessage());
      status = e.status();
    } catch (Malformed e) {
      console.flush();
      console.error("peerglot: " + e.line());
      status = ExitStatus.USAGE;
    }
    console.flush();
    return status;
  }

  private static int dispatch(Console console, String[] args) {
    int word = 0;
    while (word < args.length && args[word].startsWith("-")) {
      word += Defaults.takesNextWord(args[word]) ? 2 : 1;
    }
    if (word >= args.length) {
      return alone(console, args);
    }
    String name = args[word];
    if (name.equals("help")) {
      Common.early(console, args);
      console.line(
          word + 1 < args.length ? Help.about(args[word + 1], console) : Help.overview(console));
      return ExitStatus.OK;
    }
    Verbs.Entry entry = Verbs.get(name);
    if (entry == null) {
      throw Usage.wrong(
          "there is no command '"
              + name
              + "'; "
              + Common.hint(name, Verbs.names(), "see peerglot --help"));
    }
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (i != word) {
        rest.add(args[i]);
      }
    }
    return execute(console, entry, rest.toArray(String[]::new));
  }

  private static int alone(Console console, String[] args) {
    for (String arg : args) {
      if (arg.equals("--version") || arg.equals("-V")) {
        console.line("peerglot " + VERSION);
        return ExitStatus.OK;
      }
      if (arg.equals("--help") || arg.equals("-h")) {
        Common.early(console, args);
        console.line(Help.overview(console));
        return ExitStatus.OK;
      }
      if (arg.startsWith("--color")
          || arg.matches("-[qv]+")
          || List.of(args).indexOf("--color") == List.of(args).indexOf(arg) - 1) {
        continue;
      }
      throw Usage.wrong("'" + arg + "' needs a command; see peerglot --help");
    }
    console.error(Help.overview(console));
    return ExitStatus.USAGE;
  }

  private static int execute(Console console, Verbs.Entry entry, String[] args) {
    Verb verb = entry.verb().get();
    CommandSpec spec = Common.complete(verb.spec(), entry);
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false)
        .setTrimQuotes(false)
        .setUnmatchedOptionsAllowedAsOptionParameters(false);
    ParseResult parsed;
    try {
      parsed = line.parseArgs(Defaults.before(args, spec, console));
    } catch (ParameterException e) {
      throw Common.wrong(e, entry);
    }
    if (parsed.hasMatchedOption("--help")) {
      Common.apply(parsed, console);
      console.line(Help.of(entry, console));
      return ExitStatus.OK;
    }
    Common.apply(parsed, console);
    try {
      return verb.run(parsed, console);
    } catch (Usage | Malformed e) {
      throw e;
    } catch (OutOfMemoryError e) {
      return tooLittle(console, e);
    } catch (Exception | StackOverflowError e) {
      return broken(console, e);
    }
  }

  private static int tooLittle(Console console, OutOfMemoryError e) {
    long most = Runtime.getRuntime().maxMemory() >> 20;
    console.flush();
    console.error(
        "peerglot: this takes more memory than the "
            + most
            + " MB that Java may use; allow more: PEERGLOT_JAVA_OPTS=-Xmx"
            + (most < 1024 ? "1g" : (most >> 10) * 4 + "g")
            + (console.verbosity() > 1 ? " (" + e + ")" : ""));
    return ExitStatus.BROKEN;
  }

  private static int broken(Console console, Throwable e) {
    console.flush();
    console.error("peerglot: something went wrong inside: " + e);
    if (console.verbosity() > 1) {
      for (StackTraceElement place : e.getStackTrace()) {
        console.error("    at " + place);
      }
    } else {
      console.error("peerglot: run it again with -vv for the details");
    }
    return ExitStatus.BROKEN;
  }
}
