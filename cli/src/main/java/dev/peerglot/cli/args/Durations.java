// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.args;

import dev.peerglot.cli.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/**
 * Durations as people write them: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}; no unit:
 * seconds.
 */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)?");

  private Durations() {}

  /** The duration of an option. */
  public static Duration of(ParseResult line, String name, Duration otherwise) {
    String text = Common.text(line, name, null);
    return text == null ? otherwise : parse(name, text);
  }

  /** A duration; says which option wanted one if it is none. */
  public static Duration parse(String name, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw Usage.wrong(name + " wants a duration such as 500ms, 5s or 2m, not '" + text + "'");
    }
    String unit = form.group(2) == null ? "s" : form.group(2);
    long factor =
        switch (unit) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    return Duration.ofMillis(
        new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(factor)).longValue());
  }
}
