// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.Usage;
import dev.peerglot.codec.capture.CaptureWriter;
import dev.peerglot.codec.capture.IpPort;
import dev.peerglot.codec.capture.WrittenConversation;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.KeyLog;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps what a command says and hears: the traffic with its secrets as pcapng ({@code --record}),
 * the secrets as a key log ({@code --keylog}).
 */
public final class Recorder implements Closeable {
  private final CaptureWriter capture;
  private final Path keyLog;

  /** Records to these files; either may be null. Learns secrets from {@code secrets}. */
  public Recorder(String record, String keylog, Secrets secrets) {
    try {
      capture = record == null ? null : CaptureWriter.create(Path.of(record));
      keyLog = keylog == null ? null : Path.of(keylog);
      if (keyLog != null) {
        Files.writeString(keyLog, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw Usage.wrong("cannot write " + e.getMessage());
    }
    if (capture != null || keyLog != null) {
      secrets.watch(this::secret);
    }
  }

  private synchronized void secret(KeyLog.Line line) {
    byte[] text = (line.text() + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      if (keyLog != null) {
        Files.write(keyLog, text, StandardOpenOption.APPEND);
      }
      if (capture != null) {
        capture.secrets(CaptureWriter.KEY_LOG_SECRETS, text);
      }
    } catch (IOException e) {
      throw Usage.wrong("cannot write the secrets: " + e.getMessage());
    }
  }

  /** Whether traffic is kept. */
  public boolean records() {
    return capture != null;
  }

  /** A watcher that writes the bytes of a conversation and passes everything on. */
  public Talk.Watcher around(Line line, Side me, Talk.Watcher next) {
    if (capture == null) {
      return next;
    }
    try {
      IpPort local = ipPort(line.localHost(), line.localPort());
      IpPort remote = ipPort(line.remoteHost(), line.remotePort());
      boolean dialing = me == Side.DIALER;
      return new Writing(
          capture.conversation(
              dialing ? local : remote, dialing ? remote : local, nanos(Instant.now())),
          next);
    } catch (IOException e) {
      throw Usage.wrong("cannot write the recording: " + e.getMessage());
    }
  }

  private static IpPort ipPort(String host, int port) throws IOException {
    return IpPort.of(InetAddress.getByName(host).getAddress(), port);
  }

  private static long nanos(Instant when) {
    return when.getEpochSecond() * 1_000_000_000L + when.getNano();
  }

  @Override
  public void close() throws IOException {
    if (capture != null) {
      capture.close();
    }
  }

  private record Writing(WrittenConversation conversation, Talk.Watcher next)
      implements Talk.Watcher {
    @Override
    public void event(Talk talk, Event event, Instant when) {
      next.event(talk, event, when);
    }

    @Override
    public void begun(Talk talk) {
      next.begun(talk);
    }

    @Override
    public void bytes(Side from, byte[] bytes, int offset, int length, Instant when) {
      try {
        conversation.data(from == Side.DIALER, bytes, offset, length, nanos(when));
      } catch (IOException e) {
        throw Usage.wrong("cannot write the recording: " + e.getMessage());
      }
      next.bytes(from, bytes, offset, length, when);
    }

    @Override
    public void ended(Side from, boolean orderly, Instant when) {
      try {
        if (orderly) {
          conversation.finish(from == Side.DIALER, nanos(when));
        } else {
          conversation.reset(from == Side.DIALER, nanos(when));
        }
      } catch (IOException e) {
        throw Usage.wrong("cannot write the recording: " + e.getMessage());
      }
      next.ended(from, orderly, when);
    }
  }
}
