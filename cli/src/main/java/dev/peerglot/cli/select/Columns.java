// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import dev.peerglot.cli.Usage;
import dev.peerglot.cli.print.EventText;
import dev.peerglot.cli.print.Paint;
import dev.peerglot.cli.print.Stream;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.bytes.Utf8;
import dev.peerglot.codec.session.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code --fields a,b,c}: a line a record, the parts separated by tabs. Several values of one part
 * stand behind one another with commas between them; tab, line feed, carriage return and backslash
 * inside a value become {@code \t}, {@code \n}, {@code \r} and {@code \\}.
 */
public final class Columns {
  private final Paths paths = new Paths();
  private final List<Operand> operands = new ArrayList<>();

  /** The columns of a list of keys and paths. */
  public Columns(String list) {
    for (String word : list.split(",", -1)) {
      if (word.isBlank()) {
        throw Usage.wrong("--fields wants names with commas between them, not '" + list + "'");
      }
      operands.add(Operand.of(word.strip(), paths, "--fields"));
    }
  }

  /** Places in the fields that are asked for and that no message had. */
  public List<String> unseen() {
    return paths.unseen();
  }

  /** Makes lines; {@code steps} adds events that are no messages. */
  public EventText.Maker maker(boolean steps) {
    return out -> new Lines(out, steps);
  }

  private final class Lines implements EventText {
    private final Out out;
    private final boolean steps;
    private final Subject subject = new Subject(paths);
    private boolean more;
    private long faults;

    private Lines(Out out, boolean steps) {
      this.out = out;
      this.steps = steps;
    }

    @Override
    public boolean add(Stream stream, Event event, long nanos, int digits) {
      if (!steps && (event instanceof Event.Phase || event instanceof Event.Closed)) {
        return false;
      }
      subject.set(stream, event, nanos, digits);
      for (int i = 0; i < operands.size(); i++) {
        if (i > 0) {
          out.u8('\t');
        }
        more = false;
        operands.get(i).tell(subject, this::value);
      }
      out.u8('\n');
      faults += subject.fault() == null ? 0 : 1;
      return true;
    }

    private void value(Value value) {
      if (more) {
        out.u8(',');
      }
      more = true;
      out.bytes(Utf8.encode(escaped(value.text())));
    }

    @Override
    public long takeFaults() {
      long taken = faults;
      faults = 0;
      return taken;
    }
  }

  private static String escaped(String text) {
    String whole = text;
    if (text.indexOf('\\') >= 0 || text.chars().anyMatch(c -> c < ' ')) {
      whole =
          text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
    return Paint.safe(whole);
  }
}
