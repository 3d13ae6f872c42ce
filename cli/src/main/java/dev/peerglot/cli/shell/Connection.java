// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.shell;

import dev.peerglot.cli.args.Peers;
import dev.peerglot.cli.driver.Dialler;
import dev.peerglot.cli.driver.Host;
import dev.peerglot.cli.driver.LiveStream;
import dev.peerglot.cli.driver.Recorder;
import dev.peerglot.cli.driver.Talk;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.cli.print.Printer;
import dev.peerglot.codec.session.Errand;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Line;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Persona;
import dev.peerglot.codec.session.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A peer that the shell is connected with; prints what is said as it comes. */
final class Connection implements Host {
  private final long number;
  private final Peers.Target target;
  private final Recorder recorder;
  private final Printer printer;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final CompletableFuture<Visit> end = new CompletableFuture<>();
  private final CountDownLatch told = new CountDownLatch(1);
  private volatile Talk talk;
  private volatile boolean shown;
  private volatile Set<String> watched = Set.of();
  private volatile Awaited awaited = new Awaited(List.of(), new CountDownLatch(0));

  /** Names of messages, one of which somebody waits for. */
  private record Awaited(List<String> names, CountDownLatch there) {}

  Connection(long number, Peers.Target target, Recorder recorder, Printer printer, boolean shown) {
    this.number = number;
    this.target = target;
    this.recorder = recorder;
    this.printer = printer;
    this.shown = shown;
  }

  /** Dials in a thread of its own; {@code over} is told when all is over. */
  void begin(Dialler.Settings settings, Persona persona, Consumer<Connection> over) {
    Thread.ofVirtual()
        .start(
            () -> {
              Visit visit =
                  new Dialler(target.protocol(), settings)
                      .visit(target.address(), Errand.to(Errand.Goal.STAY), persona, number, this);
              end.complete(visit);
              greeted.countDown();
              awaited.there().countDown();
              over.accept(this);
              told.countDown();
            });
  }

  @Override
  public Talk.Watcher welcome(long ignored, Line line, Talk welcomed) {
    talk = welcomed;
    return recorder.around(line, welcomed.me(), new Ear(line));
  }

  @Override
  public Talk.Watcher beside(Line line, Talk other) {
    return recorder.around(line, other.me(), new Ear(line));
  }

  private final class Ear implements Talk.Watcher {
    private final Line line;

    private Ear(Line line) {
      this.line = line;
    }

    @Override
    public void begun(Talk who) {
      greet(who);
    }

    @Override
    public void event(Talk who, Event event, Instant when) {
      boolean before = greeted.getCount() > 0;
      greet(who);
      if (event instanceof Event.Message message) {
        String name = message.kind().name();
        if (event.from() != who.me() && awaited.names().contains(name)) {
          awaited.there().countDown();
        }
        if (before || !watched.isEmpty() && !watched.contains(name)) {
          return;
        }
      }
      if (shown && !before && !(event instanceof Event.Closed)) {
        printer.live(
            LiveStream.of(number, line, who.me(), target.network().scheme(), who), event, when);
      }
    }
  }

  private void greet(Talk who) {
    if (who.endpoint().findings().verdict() == Verdict.REACHED) {
      greeted.countDown();
    }
  }

  /** Waits until the peer has greeted, or it is clear that it does not; how it went. */
  Verdict awaitGreeting(Duration most) throws InterruptedException {
    if (!greeted.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
      close(Duration.ZERO);
      return Verdict.SILENT;
    }
    return end.isDone() ? end.join().verdict() : Verdict.REACHED;
  }

  /**
   * Says something so many times, then waits for one of these messages, or only so long where there
   * are none; whether one came.
   */
  boolean say(Outgoing outgoing, int times, List<String> until, Duration wait)
      throws InterruptedException {
    Awaited mine = new Awaited(until, new CountDownLatch(1));
    Talk now = talk;
    now.undisturbed(
        () -> {
          // No event is told meanwhile: an answer cannot come unseen, nor what was said before.
          awaited = mine;
          shown = true;
          for (int i = 0; i < times && now.say(outgoing); i++) {
            continue;
          }
        });
    boolean there = mine.there().await(wait.toMillis(), TimeUnit.MILLISECONDS);
    return there && !end.isDone();
  }

  /** Shows these messages, or all where none are named. */
  void watch(Set<String> names) {
    watched = names;
    shown = true;
  }

  /** Shows nothing. */
  void mute() {
    shown = false;
  }

  /** Leaves politely, and waits a while for that. */
  void close(Duration most) throws InterruptedException {
    Talk now = talk;
    if (now != null) {
      now.leave();
    }
    told.await(most.toMillis(), TimeUnit.MILLISECONDS); // or the thread ends by itself
  }

  boolean isOver() {
    return end.isDone();
  }

  /** How it went, once it is over. */
  Visit visit() {
    return end.join();
  }

  long number() {
    return number;
  }

  Peers.Target target() {
    return target;
  }

  @Override
  public String toString() {
    return "#" + number + " " + target.address();
  }
}
