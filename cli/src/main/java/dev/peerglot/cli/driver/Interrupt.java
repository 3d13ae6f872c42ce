// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and {@code kill}: the first one asks the command to finish, and the process waits until it
 * has closed everything; the second one ends it at once.
 */
public final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final Thread hook;

  private Interrupt() {
    hook =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  interrupted.set(true);
                  asked.countDown();
                  try {
                    finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  Runtime.getRuntime().halt(130);
                });
  }

  /** Watches from now on. */
  public static Interrupt watch() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Waits for an interruption, at most that long (null: for ever); whether there was one. */
  public boolean await(Duration most) throws InterruptedException {
    if (most == null) {
      asked.await();
      return true;
    }
    return asked.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether there was an interruption. */
  public boolean isAsked() {
    return interrupted.get();
  }

  /** Everything is closed: an interrupted process ends now. */
  @Override
  public void close() {
    finished.countDown();
    if (!interrupted.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        interrupted.set(true); // the process is ending this moment
      }
    }
  }
}
