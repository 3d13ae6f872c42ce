// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Several captures as one, in the order of their packets' times.
 *
 * <p>A file is opened only when the time of its first packet has come, so that the parts of a
 * rotated capture are open one at a time. Secrets are handed out as soon as their file is open;
 * files without packets come first. A file that breaks does not stop the others: its fault is
 * thrown at the end of all, with those of further files suppressed in it.
 */
public final class MergedCaptures implements PacketSource {
  /** Opens one of the captures; asked twice, for the time of the first packet and for all. */
  @FunctionalInterface
  public interface Opener {
    /** Opens the capture at its start. */
    PacketSource open() throws IOException;
  }

  private record Waiting(long firstNanos, int order, Opener opener) {}

  private record Open(PacketSource source, CaptureRecord record, int order) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::firstNanos).thenComparingInt(Waiting::order));
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.comparingLong((Open o) -> o.record.epochNanos())
              .thenComparingInt(Open::order));
  private Open given;
  private IOException fault;

  private MergedCaptures() {}

  /** Merges capture files. */
  public static MergedCaptures of(List<Path> files) {
    List<Opener> openers = new ArrayList<>();
    for (Path file : files) {
      openers.add(() -> Capture.open(file));
    }
    return ofOpeners(openers);
  }

  /** Merges captures from any place that can be opened twice. */
  public static MergedCaptures ofOpeners(List<Opener> openers) {
    MergedCaptures merged = new MergedCaptures();
    for (Opener opener : openers) {
      merged.waiting.add(new Waiting(firstNanos(opener), merged.waiting.size(), opener));
    }
    return merged;
  }

  private static long firstNanos(Opener opener) {
    try (PacketSource source = opener.open()) {
      CaptureRecord record = source.next();
      while (record != null && record.kind() != CaptureRecord.Kind.PACKET) {
        record = source.next();
      }
      return record == null ? Long.MIN_VALUE : record.epochNanos();
    } catch (IOException e) {
      // It is met again, and reported, when the file is read.
      return Long.MIN_VALUE;
    }
  }

  @Override
  public CaptureRecord next() throws IOException {
    if (given != null) {
      Open last = given;
      given = null;
      if (advance(last.source, last.order)) {
        return given.record;
      }
    }
    while (!waiting.isEmpty()
        && (open.isEmpty() || waiting.peek().firstNanos <= open.peek().record.epochNanos())) {
      Waiting due = waiting.remove();
      if (start(due)) {
        return given.record;
      }
    }
    given = open.poll();
    if (given != null) {
      return given.record;
    }
    if (fault != null) {
      throw fault;
    }
    return null;
  }

  private boolean start(Waiting due) {
    try {
      return advance(due.opener.open(), due.order);
    } catch (IOException e) {
      keep(e);
      return false;
    }
  }

  /** Reads on in one capture; true when what came are secrets, which are given at once. */
  private boolean advance(PacketSource source, int order) throws IOException {
    CaptureRecord record;
    try {
      record = source.next();
    } catch (IOException e) {
      keep(e);
      record = null;
    }
    if (record == null) {
      source.close();
      return false;
    }
    Open next = new Open(source, record, order);
    if (record.kind() == CaptureRecord.Kind.SECRETS) {
      given = next;
      return true;
    }
    open.add(next);
    return false;
  }

  private void keep(IOException e) {
    if (fault == null) {
      fault = e;
    } else {
      fault.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (given != null) {
      given.source.close();
    }
    for (Open each : open) {
      each.source.close();
    }
    open.clear();
    waiting.clear();
  }
}
