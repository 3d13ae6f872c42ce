// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.capture.CaptureFault;
import dev.peerglot.codec.protocol.MessageLog;
import dev.peerglot.codec.protocol.Protocol;
import dev.peerglot.codec.session.Balance;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.session.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file in which a node's own software recorded messages, read one message after another. */
public final class LogFile implements AutoCloseable {
  private static final int PIECE = 64 << 10;

  private final Path path;
  private final MessageLog log;
  private final Network network;
  private final MessageLog.Origin origin;
  private final StreamBuffer waiting = new StreamBuffer();
  private final byte[] piece = new byte[PIECE];
  private InputStream in;
  private Stream label;
  private long at;
  private long decoded;
  private MessageLog.Entry entry;

  private LogFile(Path path, MessageLog log, Network network, MessageLog.Origin origin) {
    this.path = path;
    this.log = log;
    this.network = network;
    this.origin = origin;
  }

  /** A file, if it is one of some protocol; null if not. */
  static LogFile of(Path path, Guess guess) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(MessageLog.HEAD);
    }
    for (Protocol protocol : guess.candidates()) {
      MessageLog log = protocol.messageLog();
      if (log != null && log.matches(head)) {
        MessageLog.Origin origin = log.origin(names(path));
        Network network = guess.insisted() != null ? guess.insisted() : origin.network();
        return new LogFile(
            path, log, network == null ? protocol.networks().getFirst() : network, origin);
      }
    }
    return null;
  }

  private static List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    for (Path each = path.toAbsolutePath().normalize();
        each != null && each.getFileName() != null;
        each = each.getParent()) {
      names.add(each.getFileName().toString());
    }
    return names;
  }

  /** What tells the two files of a connection from those of others. */
  String connection() {
    return path.toAbsolutePath().normalize().getParent() + " " + origin.peer();
  }

  /** From now on its records carry that number. */
  void number(long number) {
    String peer = origin.peer();
    label = new Stream(number, "", peer, network.scheme(), "");
  }

  Stream label() {
    return label;
  }

  /** Who speaks in it: we are the dialer in the label, though nobody knows who dialled. */
  Side from() {
    return origin.sent() ? Side.DIALER : Side.LISTENER;
  }

  /** The message at hand. */
  MessageLog.Entry entry() {
    return entry;
  }

  /** Where the message at hand begins. */
  long at() {
    return at;
  }

  /**
   * Goes on to the next message.
   *
   * @return whether there is one
   * @throws CaptureFault where the file is broken or cut
   */
  boolean advance() throws IOException {
    if (in == null) {
      in = Files.newInputStream(path);
    }
    if (entry != null) {
      at += entry.size();
    }
    try {
      entry = log.next(network, waiting);
      while (entry == null) {
        int count = in.read(piece);
        if (count < 0) {
          return end();
        }
        waiting.add(piece, 0, count);
        entry = log.next(network, waiting);
      }
      decoded += entry.size();
      return true;
    } catch (Malformed e) {
      throw new CaptureFault(CaptureFault.Kind.MALFORMED, path.toString(), at, e.getMessage());
    }
  }

  private boolean end() throws CaptureFault {
    if (waiting.size() > 0) {
      String why = "the file ends within a message (" + waiting.size() + " bytes of it are there)";
      throw new CaptureFault(CaptureFault.Kind.CUT, path.toString(), at, why);
    }
    return false;
  }

  /** Where its bytes went; what follows a fault counts as not decoded. */
  Balance balance() throws IOException {
    long size = Math.max(decoded, Files.size(path));
    return new Balance(size, decoded, size - decoded, 0);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
