// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.cli.print.Tally;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.session.Event;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * From events to text on other cores: the thread that follows connections puts events in, others
 * turn them into text, and the text comes out in the order in which the events went in. A thread
 * that would have to wait makes text too. What fits one batch never leaves its thread.
 */
public final class EventPipe implements AutoCloseable {
  private static final int BATCH_EVENTS = 512;
  private static final int BATCH_BYTES = 128 << 10;
  private static final int MOST_BATCHES = 6;

  /** Text of a body that large is handed out while it is made. */
  private static final int GIANT = 1 << 20;

  /** Bytes of bodies that may be on their way. */
  private static final int MOST_BYTES = 2 << 20;

  /** Larger text is not kept for the next batch. */
  private static final int KEPT_TEXT = 4 << 20;

  /** Events that become text together, and the text. */
  private static final class Batch {
    private final Stream[] streams = new Stream[BATCH_EVENTS];
    private final Event[] events = new Event[BATCH_EVENTS];
    private final long[] nanos = new long[BATCH_EVENTS];
    private final int[] digits = new int[BATCH_EVENTS];
    private int count;
    private int bytes;
    private int shown;
    private Out out;
    private EventText text;
    private FutureTask<Void> task;
  }

  /** Tells which events are wanted at all. */
  public interface Gate {
    /** Whether this one is. */
    boolean wants(Stream stream, Event event, long nanos, int digits);
  }

  private final Console console;
  private final EventText.Maker maker;
  private final Tally tally;
  private final int workers;
  private final Queue<Batch> pending = new ArrayDeque<>();
  private final Queue<Batch> spare = new ArrayDeque<>();
  private Batch batch;
  private long pendingBytes;
  private Gate gate;
  private ExecutorService executor;

  /**
   * A pipe onto a console.
   *
   * @param tally counts all events
   * @param workers how many threads make text besides the one that puts events in
   */
  public EventPipe(Console console, EventText.Maker maker, Tally tally, int workers) {
    this.console = console;
    this.maker = maker;
    this.tally = tally;
    this.workers = workers;
    this.batch = fresh();
  }

  private Batch fresh() {
    Batch fresh = spare.poll();
    if (fresh == null) {
      fresh = new Batch();
    }
    if (fresh.out == null || fresh.out.array().length > KEPT_TEXT) {
      fresh.out = new Out(1 << 16);
      fresh.text = maker.make(fresh.out);
    }
    return fresh;
  }

  /** From now on only wanted events are counted and passed on. */
  public void gate(Gate wanted) {
    gate = wanted;
  }

  /** Puts an event in. */
  public void put(Stream stream, Event event, long nanos, int digits) {
    tally.lock(event);
    if (gate != null && !gate.wants(stream, event, nanos, digits)) {
      return;
    }
    tally.count(stream, event, nanos);
    if (event instanceof Event.Message message && message.body().length >= GIANT) {
      giant(stream, event, nanos, digits);
      return;
    }
    add(stream, event, nanos, digits);
    if (batch.count == BATCH_EVENTS || batch.bytes >= BATCH_BYTES) {
      send();
    }
  }

  /** A message whose text would take much memory goes out while it is made, after all before it. */
  private void giant(Stream stream, Event event, long nanos, int digits) {
    flush();
    add(stream, event, nanos, digits);
    Batch giant = batch;
    submit(
        () -> {
          giant.text.drain((out, length) -> console.bytes(out.array(), 0, length), KEPT_TEXT / 4);
          render(giant);
          giant.text.drain(null, 0);
        });
  }

  private void add(Stream stream, Event event, long nanos, int digits) {
    Batch to = batch;
    int at = to.count++;
    to.streams[at] = stream;
    to.events[at] = event;
    to.nanos[at] = nanos;
    to.digits[at] = digits;
    if (event instanceof Event.Message message) {
      to.bytes += message.body().length;
    }
  }

  /** Says something beside the results. */
  public void warn(String text) {
    console.note("peerglot: " + text);
  }

  /** Whether nobody reads the text any more. */
  public boolean isBroken() {
    return console.isBroken();
  }

  private void send() {
    Batch full = batch;
    submit(() -> render(full));
    while (pending.size() > MOST_BATCHES
        || pendingBytes > MOST_BYTES
        || !pending.isEmpty() && pending.peek().task.isDone()) {
      finishFirst();
    }
  }

  /** Has the batch at hand made into text. */
  private void submit(Runnable rule) {
    if (workers == 0) {
      rule.run();
      print(batch);
      return;
    }
    batch.task = new FutureTask<>(rule, null);
    pending.add(batch);
    pendingBytes += batch.bytes;
    executor().execute(batch.task);
    batch = fresh();
  }

  private ExecutorService executor() {
    if (executor == null) {
      executor =
          Executors.newFixedThreadPool(
              workers, Thread.ofPlatform().daemon().name("text-", 0).factory());
    }
    return executor;
  }

  private static void render(Batch batch) {
    for (int i = 0; i < batch.count; i++) {
      boolean shown =
          batch.text.add(batch.streams[i], batch.events[i], batch.nanos[i], batch.digits[i]);
      batch.shown += shown && batch.events[i] instanceof Event.Message ? 1 : 0;
    }
  }

  /** Prints the first batch; while it is not ready, makes text of the others. */
  private void finishFirst() {
    Batch first = pending.remove();
    pendingBytes -= first.bytes;
    if (!first.task.isDone()) {
      first.task.run();
      for (Batch each : pending) {
        if (first.task.isDone()) {
          break;
        }
        each.task.run();
      }
    }
    try {
      first.task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while text was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    print(first);
    if (spare.size() < MOST_BATCHES) {
      spare.add(first);
    }
  }

  private void print(Batch done) {
    tally.shown(done.shown, done.text.takeFaults());
    done.shown = 0;
    console.bytes(done.out.array(), 0, done.out.size());
    done.out.truncate(0);
    java.util.Arrays.fill(done.events, 0, done.count, null);
    java.util.Arrays.fill(done.streams, 0, done.count, null);
    done.count = 0;
    done.bytes = 0;
  }

  /** Brings everything out that is in. */
  public void flush() {
    while (!pending.isEmpty()) {
      finishFirst();
    }
    render(batch);
    print(batch);
    console.flush();
  }

  /** Brings everything out that is in, and ends. */
  @Override
  public void close() {
    flush();
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
