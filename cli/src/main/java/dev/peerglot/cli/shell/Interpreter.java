// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.ExitStatus;
import dev.peerglot.cli.Main;
import dev.peerglot.cli.Usage;
import dev.peerglot.cli.args.Durations;
import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.args.Talking;
import dev.peerglot.cli.command.Verbs;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.Paint;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** Does what a line of the shell says: words of its own, and every other command of peerglot. */
final class Interpreter implements Closeable {
  private final Console console;
  private final ParseResult options;
  private final boolean live;
  private final Session session = new Session();
  private final Secrets secrets = new Secrets();
  private final List<String> script = new ArrayList<>();
  private Recorder recorder;
  private boolean over;
  private int last;

  /**
   * An interpreter without connections.
   *
   * @param options the command line of the shell: how to dial, who to be
   * @param live whether somebody sits at a terminal
   */
  Interpreter(Console console, ParseResult options, boolean live) {
    this.console = console;
    this.options = options;
    this.live = live;
    this.recorder = Talking.recorder(options, secrets);
  }

  /** Whether a line has ended the session. */
  boolean isOver() {
    return over;
  }

  Session session() {
    return session;
  }

  /** Runs one line; returns its status, that of the same command alone. */
  int run(String line) throws InterruptedException {
    List<String> words = Words.of(line).words();
    if (words.isEmpty()) {
      return ExitStatus.OK;
    }
    try {
      last = dispatch(words);
    } catch (Usage e) {
      console.error("peerglot: " + e.getMessage());
      last = e.status();
    } catch (Malformed e) {
      console.error("peerglot: " + e.line());
      last = ExitStatus.USAGE;
    } catch (IOException e) {
      console.error("peerglot: " + e.getMessage());
      last = ExitStatus.FAILED;
    }
    console.flush();
    if (last != ExitStatus.USAGE && !words.getFirst().equals("save")) {
      script.add(line.strip());
    }
    return last;
  }

  private int dispatch(List<String> words) throws IOException, InterruptedException {
    String first = words.size() > 1 ? words.get(1) : "";
    switch (words.getFirst()) {
      case "connect" -> {
        return connect(one(words, "NETWORK://HOST[:PORT]"));
      }
      case "send" -> {
        boolean oneOff = first.contains("://") || first.isEmpty() || first.startsWith("-h");
        return oneOff ? command(words) : Saying.send(session.needed(), words, live, console);
      }
      case "peers" -> session.list(console);
      case "use" -> session.use(one(words, "NUMBER"));
      case "close" ->
          (first.isEmpty() ? session.needed() : session.get(first)).close(Dialogue.SOON);
      case "watch" -> watch(words.subList(1, words.size()));
      case "wait" -> Thread.sleep(Durations.parse("wait", one(words, "DURATION")));
      case "record" -> record(one(words, "FILE.pcapng|off"));
      case "save" -> save(Path.of(one(words, "FILE")));
      case "exit", "quit" -> {
        over = true;
        return first.isEmpty() ? last : status(first);
      }
      case "explain" -> {
        return explain(words);
      }
      case "help" -> {
        return first.isEmpty() ? help() : command(words);
      }
      case "shell" -> throw Usage.wrong("this is the shell; connect NETWORK://HOST dials a peer");
      default -> {
        if (!Verbs.names().contains(words.getFirst())) {
          throw Usage.wrong(Dialogue.unknown(words.getFirst()));
        }
        return command(words);
      }
    }
    return ExitStatus.OK;
  }

  private static String one(List<String> words, String what) {
    if (words.size() != 2) {
      throw Usage.wrong(words.getFirst() + " takes one word: " + what);
    }
    return words.get(1);
  }

  private static int status(String word) {
    if (!word.matches("\\d{1,3}")) {
      throw Usage.wrong("exit takes a number, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private int command(List<String> words) {
    return Main.run(console.afresh(), words.toArray(String[]::new));
  }

  private int explain(List<String> words) {
    Connection connection = session.current();
    boolean message = words.size() == 2 && connection != null && !Dialogue.isNetwork(words.get(1));
    return message
        ? command(List.of("explain", connection.target().network().scheme(), words.get(1)))
        : command(words);
  }

  private int help() {
    console.line(Dialogue.HELP.stripTrailing());
    return ExitStatus.OK;
  }

  /** Dials a peer and stays with it. */
  int connect(String url) throws InterruptedException {
    Peers.Target target = Peers.parse(url, options);
    Duration patience = Durations.of(options, "--timeout", Duration.ofSeconds(5));
    Dialler.Settings usual = Talking.settings(options, patience);
    Console own = console.afresh();
    own.apply(
        console.json(), console.quiet(), console.verbosity(), console.color() ? "always" : "never");
    Connection connection =
        new Connection(session.number(), target, recorder, new Printer(own, false), live);
    session.add(connection);
    connection.begin(
        usual.lasting(usual.connect(), null),
        Talking.persona(options, target, secrets),
        this::ended);
    Verdict verdict = connection.awaitGreeting(patience);
    if (verdict == Verdict.REACHED && !connection.isOver()) {
      console.note(connection + " " + Paint.GOOD.on(console, "connected"));
    } else if (!connection.isOver()) {
      console.note(connection + " " + Paint.BAD.on(console, verdict.word()));
    }
    return ExitStatus.of(verdict);
  }

  private void ended(Connection connection) {
    session.remove(connection);
    Verdict verdict = connection.visit().verdict();
    String error = connection.visit().error();
    boolean was = verdict == Verdict.REACHED;
    console.note(
        connection
            + " "
            + (was ? "closed" : Paint.of(verdict).on(console, verdict.word()))
            + (error.isEmpty() ? "" : ", " + Paint.safe(error)));
  }

  private void watch(List<String> words) {
    Connection connection = session.needed();
    if (words.equals(List.of("off"))) {
      connection.mute();
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String word : words.equals(List.of("on")) ? List.<String>of() : words) {
      names.add(Saying.kind(connection.target(), word).name());
    }
    connection.watch(names);
  }

  private void record(String file) throws IOException {
    recorder.close();
    recorder = new Recorder(file.equals("off") ? null : file, null, secrets);
    if (!session.all().isEmpty() && !file.equals("off")) {
      console.note("recording connections made from now on");
    }
  }

  private void save(Path file) throws IOException {
    String text = "# peerglot shell < " + file.getFileName() + "\n" + String.join("\n", script);
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    console.note(script.size() + " lines saved to " + file);
  }

  @Override
  public void close() throws IOException {
    session.close();
    recorder.close();
  }
}
