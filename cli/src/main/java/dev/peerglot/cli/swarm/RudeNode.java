// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.swarm;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** A peer that speaks no protocol: silent, or all garbage, or gone at once. */
final class RudeNode implements Closeable {
  private static final int MOST = 200;
  private static final int HOLD_MILLIS = 30_000;
  private static final int CHUNK = 4096;
  private static final int CHUNKS = 64;

  private final Kind kind;
  private final ServerSocket server;
  private final long seed;
  private final Semaphore room = new Semaphore(MOST);

  RudeNode(Kind kind, ServerSocket server, long seed) {
    this.kind = kind;
    this.server = server;
    this.seed = seed;
  }

  int port() {
    return server.getLocalPort();
  }

  void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (kind == Kind.HANG_UP || !room.tryAcquire()) {
          socket.close();
        } else {
          Thread.ofVirtual().start(() -> attend(socket));
        }
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void attend(Socket connected) {
    try (Socket socket = connected) {
      socket.setSoTimeout(HOLD_MILLIS);
      if (kind == Kind.GARBAGE) {
        babble(socket.getOutputStream());
      }
      byte[] heard = new byte[CHUNK];
      for (int i = 0; i < CHUNKS && socket.getInputStream().read(heard) >= 0; i++) {
        continue;
      }
    } catch (IOException e) {
      return; // the caller has had enough, or the time is over
    } finally {
      room.release();
    }
  }

  private void babble(OutputStream out) throws IOException {
    // The same noise every time, so that crawls can be compared; its first byte begins no key.
    Random random = new Random(seed);
    byte[] noise = new byte[CHUNK];
    for (int i = 0; i < CHUNKS; i++) {
      random.nextBytes(noise);
      noise[0] |= i == 0 ? (byte) 0x80 : 0;
      out.write(noise);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
