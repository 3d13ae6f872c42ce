// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command's words go: results to standard output, everything else to standard error. What
 * is a terminal the launcher tells in {@code PEERGLOT_TTY}: one letter {@code i}, {@code o}, {@code
 * e} for each of the three streams that is one.
 */
public final class Console {
  private static final int USUAL_COLUMNS = 80;

  private final OutputStream out;
  private final OutputStream err;
  private final boolean outTerminal;
  private final boolean errTerminal;
  private final int columns;
  private final Map<String, String> environment;
  private final boolean utf8;
  private boolean json;
  private boolean quiet;
  private int verbosity;
  private boolean color;
  private boolean broken;

  /** A console over two streams, in an empty environment and with all of Unicode. */
  public Console(
      OutputStream out, OutputStream err, boolean outTerminal, boolean errTerminal, int columns) {
    this(out, err, outTerminal, errTerminal, columns, Map.of("LANG", "C.UTF-8"));
  }

  /** A console over two streams, in an environment. */
  public Console(
      OutputStream out,
      OutputStream err,
      boolean outTerminal,
      boolean errTerminal,
      int columns,
      Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.outTerminal = outTerminal;
    this.errTerminal = errTerminal;
    this.columns = columns;
    this.environment = environment;
    this.utf8 = isUtf8();
    this.json = !outTerminal;
  }

  /** The same place for another command, before any option of it is applied. */
  public Console afresh() {
    return new Console(out, err, outTerminal, errTerminal, columns, environment);
  }

  /** The same with words going elsewhere: a shell prints them above what is being typed. */
  public Console onto(OutputStream results, OutputStream remarks, int width) {
    return new Console(results, remarks, outTerminal, errTerminal, width, environment);
  }

  /** The console of this process. */
  public static Console ofProcess() {
    Map<String, String> environment = System.getenv();
    String terminals = environment.getOrDefault("PEERGLOT_TTY", "");
    int columns = USUAL_COLUMNS;
    try {
      columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
    } catch (NumberFormatException e) {
      columns = USUAL_COLUMNS;
    }
    return new Console(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new FileOutputStream(FileDescriptor.err),
        terminals.contains("o"),
        terminals.contains("e") && !environment.getOrDefault("TERM", "").equals("dumb"),
        Math.clamp(columns, 40, 1000),
        environment);
  }

  /** A variable of the environment; empty where it is not set. */
  public String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The first of these that is set decides on letters, as for any other program (POSIX). */
  private boolean isUtf8() {
    for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      String value = environment(name).toLowerCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("utf-8") || value.contains("utf8");
      }
    }
    return false;
  }

  /** A sign of ours: the first where the terminal knows it, the second where it knows ASCII. */
  public String mark(String unicode, String ascii) {
    return utf8 ? unicode : ascii;
  }

  /** Applies the options that every command has. */
  public void apply(boolean wantsJson, boolean wantsQuiet, int verbose, String colour) {
    json |= wantsJson;
    quiet |= wantsQuiet;
    verbosity = Math.max(verbosity, verbose);
    color =
        switch (colour) {
          case "always" -> true;
          case "never" -> false;
          default ->
              outTerminal
                  && environment("NO_COLOR").isEmpty()
                  && !environment("TERM").equals("dumb");
        };
  }

  /** Whether results are JSON lines. */
  public boolean json() {
    return json;
  }

  /** How much detail is wanted: 0, 1 for {@code -v}, 2 for {@code -vv}. */
  public int verbosity() {
    return verbosity;
  }

  /** Whether only results and errors are wanted. */
  public boolean quiet() {
    return quiet;
  }

  /** Whether results may carry colour. */
  public boolean color() {
    return color;
  }

  /** Whether standard output is a terminal. */
  public boolean outTerminal() {
    return outTerminal;
  }

  /** Whether standard error is a terminal that can write over a line. */
  public boolean errTerminal() {
    return errTerminal;
  }

  /** The width of the terminal in columns. */
  public int columns() {
    return columns;
  }

  /** Whether the reader of standard output has gone: work for it may stop. */
  public boolean isBroken() {
    return broken;
  }

  /** Writes a line of results. */
  public void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    bytes(bytes, 0, bytes.length);
  }

  /** Writes bytes of results. */
  public synchronized void bytes(byte[] bytes, int offset, int length) {
    if (broken) {
      return;
    }
    try {
      out.write(bytes, offset, length);
      if (outTerminal) {
        out.flush();
      }
    } catch (IOException e) {
      broken = true; // the reader of the pipe has gone: no error, as for other tools
    }
  }

  /** Brings everything written so far to its reader. */
  public synchronized void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Says something beside the results, unless quiet is wanted. */
  public void note(String text) {
    if (!quiet) {
      error(text);
    }
  }

  /** Says something to {@code -v}. */
  public void detail(String text) {
    if (verbosity > 0) {
      error(text);
    }
  }

  /** Says what went wrong, in any case. */
  public synchronized void error(String text) {
    raw(text + "\n");
  }

  /** Writes to standard error as it is, for a progress line. */
  public synchronized void raw(String text) {
    try {
      flush();
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // Nobody hears errors: nothing can be said about that.
    }
  }
}
