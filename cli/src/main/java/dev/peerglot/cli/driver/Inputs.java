// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.HexText;
import dev.peerglot.codec.bytes.HexTextFault;
import dev.peerglot.codec.bytes.JsonScanner;
import dev.peerglot.codec.capture.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people hand to {@code decode}: told from its content, not from its name. */
public final class Inputs {
  private static final int MOST_TEXT = 32 << 20;
  private static final int DEEPEST = 8;

  private final Interrupt interrupt;
  private final InputStream standardInput;
  private final boolean follow;
  private final Guess guess;
  private final List<LogFile> logs = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<Path> captures = new ArrayList<>();

  private Inputs(Interrupt interrupt, InputStream standardInput, boolean follow, Guess guess) {
    this.guess = guess;
    this.interrupt = interrupt;
    this.standardInput = standardInput;
    this.follow = follow;
  }

  /** One input. */
  public sealed interface Input {
    /** Captures, read as one in the order of time. */
    record Packets(Captures captures) implements Input {}

    /** Files in which nodes recorded messages. */
    record Logs(List<LogFile> files) implements Input {}

    /** Bytes out of their connection. */
    record Loose(String name, List<byte[]> parts) implements Input {}
  }

  /**
   * Opens everything that is named; no word, or {@code -}, is standard input.
   *
   * @param guess what connections may speak
   * @param follow whether more may come at the end of the one file that is named
   */
  public static List<Input> open(
      List<String> words,
      Guess guess,
      boolean follow,
      Interrupt interrupt,
      InputStream standardInput)
      throws IOException {
    Inputs inputs = new Inputs(interrupt, standardInput, follow, guess);
    List<String> named = words.isEmpty() ? List.of("-") : words;
    if (follow && named.size() > 1) {
      throw Usage.wrong("--follow takes one file");
    }
    for (String word : named) {
      inputs.add(word);
    }
    if (!inputs.logs.isEmpty()) {
      inputs.inputs.addFirst(new Input.Logs(inputs.logs));
    }
    if (!inputs.captures.isEmpty()) {
      inputs.inputs.addFirst(new Input.Packets(Captures.ofFiles(inputs.captures)));
    }
    return inputs.inputs;
  }

  private void add(String word) throws IOException {
    if (word.equals("-")) {
      add(standardInput, "standard input");
      return;
    }
    Path path = path(word);
    if (path == null && isMeantAsPath(word)) {
      throw Usage.badInput("there is no file " + word);
    } else if (path == null) {
      inputs.add(new Input.Loose("the argument", hex(word)));
    } else if (follow) {
      if (!Files.isRegularFile(path)) {
        throw Usage.wrong("--follow takes a file, and " + word + " is none");
      }
      add(new GrowingFile(path), word);
    } else if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (!Files.isRegularFile(path)) {
      add(Files.newInputStream(path), word);
    } else if (isCapture(path)) {
      captures.add(path);
    } else if (!addLog(path)) {
      try (InputStream in = Files.newInputStream(path)) {
        addLoose(in, word);
      }
    }
  }

  /** Whether a word names something in the file system. */
  public static boolean isFile(String word) {
    return !word.equals("-") && path(word) != null;
  }

  private static Path path(String word) {
    try {
      Path path = Path.of(word);
      return Files.exists(path) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Base64 has strokes too, but hardly behind the name of a folder that exists. */
  private static boolean isMeantAsPath(String word) {
    if (word.startsWith("./") || word.startsWith("../") || word.startsWith("~/")) {
      return true;
    }
    try {
      Path folder = Path.of(word).getParent();
      return folder != null && folder.getNameCount() > 0 && Files.isDirectory(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void addFolder(Path folder) throws IOException {
    int before = captures.size() + logs.size();
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && isCapture(file)) {
          captures.add(file);
        } else if (Files.isRegularFile(file)) {
          addLog(file);
        }
      }
    }
    if (captures.size() + logs.size() == before) {
      throw Usage.badInput("there is no capture in the folder " + folder);
    }
  }

  private boolean addLog(Path path) throws IOException {
    LogFile log = LogFile.of(path, guess);
    return log != null && logs.add(log);
  }

  private static boolean isCapture(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(Capture.PEEK);
      return Capture.isCapture(head, head.length);
    }
  }

  /** Adds what comes from a stream; only as much is read ahead as is needed to tell what it is. */
  private void add(InputStream source, String name) throws IOException {
    PumpedInput in = new PumpedInput(source, interrupt);
    byte[] head = in.readNBytes(Capture.PEEK);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
    if (Capture.isCapture(head, head.length)) {
      inputs.add(new Input.Packets(Captures.ofStream(in, whole, name)));
    } else {
      addLoose(whole, name);
    }
  }

  private void addLoose(InputStream whole, String name) throws IOException {
    byte[] all = whole.readNBytes(MOST_TEXT);
    if (all.length == MOST_TEXT && whole.read() >= 0) {
      throw Usage.badInput(
          name + " is no capture, and too long for hex (over " + (MOST_TEXT >> 20) + " MiB)");
    }
    if (all.length == 0) {
      throw Usage.badInput(name + " is empty");
    }
    if (!isText(all)) {
      inputs.add(new Input.Loose(name, List.of(all)));
      return;
    }
    try {
      List<byte[]> parts = HexText.parse(new String(all, StandardCharsets.US_ASCII));
      if (parts.isEmpty()) {
        throw Usage.badInput(name + " holds nothing but blanks and comments");
      }
      inputs.add(new Input.Loose(name, parts));
    } catch (HexTextFault e) {
      if (isJson(all)) {
        inputs.add(new Input.Loose(name, List.of(all)));
        return;
      }
      throw Usage.badInput(name + " is neither a capture nor hex: " + e.getMessage());
    }
  }

  /** Some wires are JSON text, which is no hex: then the bytes are the message. */
  private static boolean isJson(byte[] text) {
    int i = 0;
    while (i < text.length && JsonScanner.isSpace(text[i])) {
      i++;
    }
    return i < text.length && text[i] == '{';
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 127) {
        return false;
      }
    }
    return true;
  }

  private static List<byte[]> hex(String word) {
    try {
      return HexText.parse(word);
    } catch (HexTextFault e) {
      byte[] text = word.getBytes(StandardCharsets.UTF_8);
      if (isJson(text)) {
        return List.of(text);
      }
      boolean likePath = word.contains("/") || word.matches(".*\\.[A-Za-z0-9]{1,8}");
      throw Usage.badInput(
          likePath
              ? "there is no file " + word
              : "'" + shorten(word) + "' is no file, and no hex: " + e.getMessage());
    }
  }

  private static String shorten(String word) {
    return word.length() > 40 ? word.substring(0, 37) + "..." : word;
  }
}
