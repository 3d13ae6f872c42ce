// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.driver.EventPipe;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.view.Json;
import java.util.ArrayList;
import java.util.List;

/** Which records are wanted: those that fulfil all conditions. */
public final class Filter {
  private final Paths paths = new Paths();
  private final List<Condition> conditions = new ArrayList<>();

  /** Everything is wanted. */
  public Filter() {}

  /** Only what fulfils this condition too. */
  public Filter where(String text) {
    conditions.add(Where.parse(text, paths));
    return this;
  }

  /** Whether everything is wanted. */
  public boolean isOpen() {
    return conditions.isEmpty();
  }

  /** Places in the fields that are asked for and that no message had. */
  public List<String> unseen() {
    return paths.unseen();
  }

  /** Makes what {@code inner} makes, of wanted records alone. */
  public EventText.Maker around(EventText.Maker inner) {
    return isOpen() ? inner : out -> new Wanted(inner.make(out));
  }

  /** Tells what is wanted; for one thread. */
  public EventPipe.Gate gate() {
    Subject subject = new Subject(paths);
    return (stream, event, nanos, digits) -> {
      subject.set(stream, event, nanos, digits);
      return wants(subject);
    };
  }

  private boolean wants(Subject subject) {
    for (Condition condition : conditions) {
      if (!condition.holds(subject)) {
        return false;
      }
    }
    return true;
  }

  private final class Wanted implements EventText {
    private final EventText inner;
    private final Subject subject = new Subject(paths);

    private Wanted(EventText inner) {
      this.inner = inner;
    }

    @Override
    public boolean add(Stream stream, Event event, long nanos, int digits) {
      subject.set(stream, event, nanos, digits);
      return wants(subject) && inner.add(stream, event, nanos, digits);
    }

    @Override
    public void drain(Json.Drain taker, int size) {
      inner.drain(taker, size);
    }

    @Override
    public long takeFaults() {
      return inner.takeFaults();
    }
  }
}
