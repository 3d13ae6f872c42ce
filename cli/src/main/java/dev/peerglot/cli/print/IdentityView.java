// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

import dev.peerglot.cli.driver.Identifier;
import dev.peerglot.cli.driver.Visit;
import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Which network a port speaks, for people or as a record. */
public final class IdentityView {
  private static final int SHOWN = 32;

  private IdentityView() {}

  /** Prints it. */
  public static void show(String place, Identifier.Answer answer, Console console) {
    if (console.json()) {
      Out out = new Out(512);
      write(out, place, answer);
      console.bytes(out.array(), 0, out.size());
      return;
    }
    Visit visit = answer.probe().visit();
    StringBuilder text = new StringBuilder();
    text.append(Paint.NAME.on(console, answer.known() ? visit.peer().toString() : place));
    text.append("  ").append(Paint.of(visit.verdict()).on(console, visit.verdict().word()));
    if (!error(answer).isEmpty()) {
      text.append("  ").append(Paint.safe(error(answer)));
    }
    if (answer.known()) {
      VisitView.row(text, console, "network", network(answer));
      VisitView.row(text, console, "transport", visit.transport());
      for (Map.Entry<String, Object> fact : visit.facts().entrySet()) {
        VisitView.row(text, console, fact.getKey(), fact.getValue().toString());
      }
    } else if (answer.heard().length > 0) {
      VisitView.row(text, console, "heard", Hex.of(first(answer)));
      VisitView.row(text, console, "as text", new String(first(answer), StandardCharsets.US_ASCII));
    }
    VisitView.row(text, console, "greetings", Integer.toString(answer.greetings()));
    console.line(text.toString());
  }

  private static void write(Out out, String place, Identifier.Answer answer) {
    Visit visit = answer.probe().visit();
    Json json = new Json(out);
    json.object();
    json.key("peer").text(answer.known() ? visit.peer().toString() : place);
    json.key("verdict").text(visit.verdict().word());
    if (answer.known()) {
      if (answer.probe().fits()) {
        json.key("network").text(answer.probe().as().network().scheme());
      }
      json.key("family").text(answer.probe().as().protocol().name());
      CrawlRecords.facts(json, visit);
    } else if (answer.heard().length > 0) {
      byte[] heard = first(answer);
      json.key("heard").hex(heard, 0, heard.length, false);
    }
    json.key("greetings").number(answer.greetings());
    json.key("timings").object();
    visit.timings().forEach((stage, nanos) -> json.key(stage).digits(CrawlRecords.millis(nanos)));
    json.end();
    if (!error(answer).isEmpty()) {
      json.key("error").text(error(answer));
    }
    json.end();
    out.u8('\n');
  }

  private static String network(Identifier.Answer answer) {
    return answer.probe().fits()
        ? answer.probe().as().network().title()
        : "one of " + answer.probe().as().protocol().name() + " that is not known here";
  }

  private static byte[] first(Identifier.Answer answer) {
    return Arrays.copyOf(answer.heard(), Math.min(SHOWN, answer.heard().length));
  }

  private static String error(Identifier.Answer answer) {
    String said = answer.probe().visit().error();
    if (answer.known() || answer.probe().visit().timings().isEmpty()) {
      return said;
    }
    return answer.heard().length == 0
        ? "connected, but says nothing to any network that peerglot knows"
        : "speaks none of the networks that peerglot knows";
  }
}
