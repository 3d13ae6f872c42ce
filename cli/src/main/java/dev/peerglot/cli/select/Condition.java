// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.select;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a record must be like. */
sealed interface Condition {
  /** Whether a record is. */
  boolean holds(Subject subject);

  /** Both. */
  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return left.holds(subject) && right.holds(subject);
    }
  }

  /** At least one. */
  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return left.holds(subject) || right.holds(subject);
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      return !condition.holds(subject);
    }
  }

  /** Some value of a part of the record passes a test. */
  record Any(Operand operand, Predicate<Value> test) implements Condition {
    @Override
    public boolean holds(Subject subject) {
      boolean[] any = new boolean[1];
      operand.tell(subject, value -> any[0] |= test.test(value));
      return any[0];
    }
  }

  /** The test of an operator; null if there is no such operator. */
  static Predicate<Value> test(String operator, Literal literal, boolean address) {
    return switch (operator) {
      case "==", "=", "!=" -> address ? literal::isAddress : literal::equalTo;
      case "<" -> value -> literal.compare(value) < 0;
      case "<=" -> value -> literal.compare(value) <= 0;
      case ">" -> value -> literal.compare(value) > 0;
      case ">=" -> value -> literal.compare(value) >= 0;
      case "~", "!~" -> {
        Pattern pattern = Pattern.compile(literal.text());
        yield value -> pattern.matcher(value.text()).find();
      }
      default -> null;
    };
  }
}
