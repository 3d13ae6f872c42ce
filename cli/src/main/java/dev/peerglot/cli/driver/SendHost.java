// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says one message once the peer has been greeted, prints what is said from then on, and leaves
 * after a while or when an awaited answer has come.
 */
public final class SendHost implements Host {
  private final Outgoing.Message message;
  private final int times;
  private final Duration greeting;
  private final Duration wait;
  private final List<String> until;
  private final Recorder recorder;
  private final Printer printer;
  private final String network;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicLong numbers = new AtomicLong(1);
  private volatile boolean sent;
  private volatile boolean late;
  private volatile boolean answered;
  private volatile boolean hungUp;

  /**
   * What to do.
   *
   * @param times how often to say it
   * @param greeting most time until the peer has greeted
   * @param wait how long to listen afterwards
   * @param until names of messages that end the waiting
   */
  public SendHost(
      Outgoing.Message message,
      int times,
      Duration greeting,
      Duration wait,
      List<String> until,
      Recorder recorder,
      Printer printer,
      String network) {
    this.message = message;
    this.times = times;
    this.greeting = greeting;
    this.wait = wait;
    this.until = until;
    this.recorder = recorder;
    this.printer = printer;
    this.network = network;
  }

  @Override
  public Talk.Watcher welcome(long number, Line line, Talk talk) {
    Thread.ofVirtual().start(() -> speak(talk));
    return recorder.around(line, talk.me(), new Ear(number, line));
  }

  @Override
  public Talk.Watcher beside(Line line, Talk talk) {
    return recorder.around(line, talk.me(), new Ear(numbers.getAndIncrement(), line));
  }

  /** Hears one of the connections. */
  private final class Ear implements Talk.Watcher {
    private final long number;
    private final Line line;

    private Ear(long number, Line line) {
      this.number = number;
      this.line = line;
    }

    @Override
    public void begun(Talk talk) {
      greet(talk);
    }

    @Override
    public void event(Talk talk, Event event, Instant when) {
      greet(talk);
      hear(number, line, talk, event, when);
    }
  }

  private void greet(Talk talk) {
    if (talk.endpoint().findings().verdict() == Verdict.REACHED) {
      greeted.countDown();
    }
  }

  private void hear(long number, Line line, Talk talk, Event event, Instant when) {
    boolean theirs = event.from() != talk.me();
    boolean shown = sent && (theirs || event instanceof Event.Message);
    if (shown && !(event instanceof Event.Closed)) {
      printer.live(LiveStream.of(number, line, talk.me(), network, talk), event, when);
    }
    if (sent
        && theirs
        && event instanceof Event.Message heard
        && until.contains(heard.kind().name())) {
      answered = true;
      done.countDown();
    }
  }

  private void speak(Talk talk) {
    try {
      if (!greeted.await(greeting.toMillis(), TimeUnit.MILLISECONDS)) {
        late = !sent;
        talk.leave();
        return;
      }
      talk.undisturbed(() -> say(talk));
      done.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      talk.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      talk.close();
    }
  }

  /** Events are told before or after this: what was said before stays unprinted. */
  private void say(Talk talk) {
    sent = true;
    for (int i = 0; i < times && talk.say(message); i++) {
      continue;
    }
  }

  @Override
  public void farewell(long number, Line line, Talk talk, Talk.Ending ending) {
    hungUp = ending == Talk.Ending.CLOSED || ending == Talk.Ending.BROKEN;
    done.countDown();
  }

  /** Whether the message was said. */
  public boolean sent() {
    return sent;
  }

  /** Whether the peer did not greet in time. */
  public boolean late() {
    return late;
  }

  /** Whether an awaited answer came. */
  public boolean answered() {
    return answered;
  }

  /** Whether the peer closed first. */
  public boolean hungUp() {
    return hungUp;
  }
}
