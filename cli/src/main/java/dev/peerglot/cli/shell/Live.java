// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.print.Console;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.ParseResult;

/** The shell at a terminal: what peers say is printed above the line that is being typed. */
final class Live implements Closeable {
  private final Terminal terminal;
  private final LineReader reader;
  private final Console console;
  private final Interpreter interpreter;

  Live(ParseResult options, Console outer) throws IOException {
    terminal = TerminalBuilder.builder().system(true).encoding(StandardCharsets.UTF_8).build();
    Above above = new Above();
    int columns = terminal.getSize().getColumns();
    int width = columns > 0 ? columns : outer.columns();
    console = outer.onto(above, above, width);
    console.apply(
        outer.json(), outer.quiet(), outer.verbosity(), outer.color() ? "always" : "never");
    interpreter = new Interpreter(console, options, true);
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("peerglot")
            .parser(Live::parse)
            .completer(new Completions(interpreter.session()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_PARAM_SLASH, false)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, console.mark("… ", "> "))
            .variable(LineReader.HISTORY_FILE, history(outer))
            .build();
  }

  /** Where lines are remembered: {@code peerglot/history} below {@code XDG_STATE_HOME}. */
  private static Path history(Console console) throws IOException {
    String state = console.environment("XDG_STATE_HOME");
    Path folder =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    Path own = folder.resolve("peerglot");
    Files.createDirectories(own);
    return own.resolve("history");
  }

  int run(List<String> peers) throws InterruptedException {
    Thread me = Thread.currentThread();
    terminal.handle(Terminal.Signal.INT, signal -> me.interrupt());
    for (String peer : peers) {
      guarded("connect " + peer);
    }
    int status = ExitStatus.OK;
    while (!interpreter.isOver()) {
      try {
        String line = reader.readLine(prompt());
        status = guarded(line);
        status = interpreter.isOver() && line.strip().matches("(exit|quit)\\s+\\d+") ? status : 0;
      } catch (UserInterruptException e) {
        continue; // Ctrl-C drops the line that is being typed
      } catch (EndOfFileException e) {
        break;
      }
    }
    return status;
  }

  private int guarded(String line) {
    try {
      return interpreter.run(line);
    } catch (InterruptedException e) {
      console.error("interrupted");
      return ExitStatus.INTERRUPTED;
    }
  }

  private String prompt() {
    Connection current = interpreter.session().current();
    return current == null
        ? "peerglot> "
        : current.target().network().scheme() + " #" + current.number() + "> ";
  }

  /** The words of a line, as the interpreter sees them. */
  private static ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
    Words all = Words.of(line);
    if (all.isOpen() && context == Parser.ParseContext.ACCEPT_LINE) {
      throw new EOFError(-1, -1, "a quote or bracket is open", "more");
    }
    return Typed.of(line, cursor);
  }

  @Override
  public void close() throws IOException {
    interpreter.close();
    terminal.close();
  }

  /** Prints whole lines above the one that is being typed. */
  private final class Above extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      line.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      line.write(bytes, offset, length);
      flush();
    }

    @Override
    public synchronized void flush() {
      String text = line.toString(StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      if (end < 0) {
        return;
      }
      line.reset();
      line.writeBytes(text.substring(end + 1).getBytes(StandardCharsets.UTF_8));
      if (reader == null) {
        terminal.writer().println(text.substring(0, end));
        terminal.flush();
      } else {
        reader.printAbove(text.substring(0, end));
      }
    }
  }
}
