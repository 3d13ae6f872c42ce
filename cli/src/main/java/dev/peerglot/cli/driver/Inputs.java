// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.bytes.HexText;
import dev.peerglot.codec.bytes.HexTextFault;
import dev.peerglot.codec.bytes.JsonScanner;
import dev.peerglot.codec.capture.Capture;
import dev.peerglot.codec.capture.MergedCaptures;
import dev.peerglot.codec.capture.PacketSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people hand to {@code decode}: told from its content, not from its name. */
public final class Inputs {
  private static final int HEAD = 64;
  private static final int MOST_TEXT = 256 << 20;

  private Inputs() {}

  /** One input. */
  public sealed interface Input {
    /** Captures, read as one in the order of time. */
    record Packets(PacketSource source) implements Input {}

    /** Bytes out of their connection. */
    record Loose(String name, List<byte[]> parts) implements Input {}
  }

  /** Opens everything that is named; no word, or {@code -}, is standard input. */
  public static List<Input> open(List<String> words) throws IOException {
    List<Input> inputs = new ArrayList<>();
    List<Path> captures = new ArrayList<>();
    for (String word : words.isEmpty() ? List.of("-") : words) {
      if (word.equals("-")) {
        inputs.add(stream(new BufferedInputStream(System.in, 1 << 16), "standard input"));
        continue;
      }
      Path path = path(word);
      if (path == null) {
        inputs.add(new Input.Loose("the argument", hex(word)));
      } else if (Files.isDirectory(path)) {
        captures.addAll(captures(path));
      } else if (isCapture(path)) {
        captures.add(path);
      } else {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
          inputs.add(stream(in, word));
        }
      }
    }
    if (captures.size() == 1) {
      inputs.addFirst(new Input.Packets(Capture.open(captures.getFirst())));
    } else if (!captures.isEmpty()) {
      inputs.addFirst(new Input.Packets(MergedCaptures.of(captures)));
    }
    return inputs;
  }

  private static Path path(String word) {
    try {
      Path path = Path.of(word);
      return Files.exists(path) ? path : null;
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  private static List<Path> captures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && isCapture(file)) {
          found.add(file);
        }
      }
      if (found.isEmpty()) {
        throw Usage.badInput("there is no capture in the folder " + folder);
      }
      return found;
    }
  }

  private static boolean isCapture(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return isCapture(in.readNBytes(HEAD));
    }
  }

  /** Whether the first bytes are those of a capture, or of something compressed. */
  private static boolean isCapture(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int magic =
        (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
    return switch (magic) {
      case 0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1, 0x0a0d0d0a ->
          true;
      case 0x28b52ffd, 0xfd377a58, 0x04224d18 -> true;
      default -> magic >>> 16 == 0x1f8b;
    };
  }

  private static Input stream(InputStream in, String name) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (isCapture(head)) {
      return new Input.Packets(Capture.open(in, name));
    }
    byte[] all = in.readNBytes(MOST_TEXT);
    if (all.length == MOST_TEXT && in.read() >= 0) {
      throw Usage.badInput(
          name + " is no capture, and too long for hex (over " + (MOST_TEXT >> 20) + " MiB)");
    }
    if (all.length == 0) {
      throw Usage.badInput(name + " is empty");
    }
    if (!isText(all)) {
      return new Input.Loose(name, List.of(all));
    }
    try {
      return new Input.Loose(name, HexText.parse(new String(all, StandardCharsets.US_ASCII)));
    } catch (HexTextFault e) {
      if (isJson(all)) {
        return new Input.Loose(name, List.of(all));
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
