// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import dev.peerglot.cli.print.Console;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.session.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * From events to text on other cores: the thread that follows connections puts events in, others
 * turn them into text, and the text comes out in the order in which the events went in. What fits
 * one batch never leaves its thread.
 */
public final class EventPipe implements AutoCloseable {
  private static final int BATCH_EVENTS = 1024;
  private static final int BATCH_BYTES = 512 << 10;
  private static final int MOST_BATCHES = 8;

  private record Item(Stream stream, Event event, long nanos, int digits) {}

  private final Console console;
  private final EventText.Maker maker;
  private final int workers;
  private final Queue<Future<EventText.Page>> pages = new ArrayDeque<>();
  private final Map<String, Long> messages = new TreeMap<>();
  private List<Item> batch = new ArrayList<>();
  private int batchBytes;
  private long faults;
  private long locked;
  private ExecutorService executor;

  /** A pipe onto a console. */
  public EventPipe(Console console, EventText.Maker maker, int workers) {
    this.console = console;
    this.maker = maker;
    this.workers = workers;
  }

  /** Puts an event in. */
  public void put(Stream stream, Event event, long nanos, int digits) {
    if (event instanceof Event.Message message) {
      messages.merge(message.kind().name(), 1L, Long::sum);
      batchBytes += message.body().length;
    }
    if (event instanceof Event.Broken broken
        && broken.fault().blame() == dev.peerglot.codec.session.Fault.Blame.KEYS) {
      locked++;
    }
    batch.add(new Item(stream, event, nanos, digits));
    if (batch.size() >= BATCH_EVENTS || batchBytes >= BATCH_BYTES) {
      send();
    }
  }

  /** Says something beside the results. */
  public void warn(String text) {
    console.note("peerglot: " + text);
  }

  private void send() {
    List<Item> full = batch;
    batch = new ArrayList<>(BATCH_EVENTS);
    batchBytes = 0;
    if (executor == null) {
      executor =
          Executors.newFixedThreadPool(
              workers, Thread.ofPlatform().daemon().name("text-", 0).factory());
    }
    while (pages.size() >= MOST_BATCHES || !pages.isEmpty() && pages.element().isDone()) {
      print(take());
    }
    pages.add(executor.submit(() -> render(full)));
  }

  private EventText.Page render(List<Item> items) {
    EventText text = maker.make();
    for (Item item : items) {
      text.add(item.stream, item.event, item.nanos, item.digits);
    }
    return text.page();
  }

  private EventText.Page take() {
    try {
      return pages.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while text was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void print(EventText.Page page) {
    faults += page.faults();
    console.bytes(page.text().array(), 0, page.text().size());
  }

  /** Brings everything out that is in. */
  @Override
  public void close() {
    while (!pages.isEmpty()) {
      print(take());
    }
    print(render(batch));
    batch = new ArrayList<>();
    if (executor != null) {
      executor.shutdownNow();
    }
    console.flush();
  }

  /** How many messages of each name went through. */
  public Map<String, Long> messages() {
    return messages;
  }

  /** How many records have a fault. */
  public long faults() {
    return faults;
  }

  /** How many directions stayed locked for want of a key. */
  public long locked() {
    return locked;
  }
}
