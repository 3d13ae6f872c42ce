// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file tells on which machine it was written, or from which registry its libraries came. */
final class MachineTracesTest {
  /**
   * Folders of a machine, when they begin a path; taken apart here so that this file does not find
   * itself.
   */
  private static final Pattern FOLDERS =
      Pattern.compile(
          "(?<![\\w.\\-/*}])/(?:wo"
              + "rk|ro"
              + "ot|t"
              + "mp|ho"
              + "me/(?!linuxbrew)\\w+|Us"
              + "ers)/[\\w.]*");

  private static final Pattern REGISTRIES =
      Pattern.compile(
          "repo1?\\.mav"
              + "en|central\\.sona"
              + "type|jitpa"
              + "ck\\.io|registry\\.npm"
              + "js|py"
              + "pi\\.org|proxy\\.gol"
              + "ang|index\\.cra"
              + "tes");

  @Test
  void noFileHoldsATrace() {
    SourceTree tree = SourceTree.project();
    List<String> faults = new ArrayList<>();
    for (var file : tree.files()) {
      TextFile.read(file).ifPresent(text -> faults.addAll(faults(tree.name(file), text)));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void tracesAreSeen() {
    assertEquals(List.of("a:1: /ro" + "ot/x"), faults("a", "see /ro" + "ot/x"));
    assertEquals(List.of("a:2: /wo" + "rk/peer"), faults("a", "\n\"/wo" + "rk/peer\""));
    assertEquals(List.of("a:1: /ho" + "me/me/x"), faults("a", "(/ho" + "me/me/x)"));
    assertEquals(
        List.of("a:1: repo.mav" + "en"), faults("a", "https://repo.mav" + "en.apache.org"));
    assertEquals(
        List.of(),
        faults("a", "../wo" + "rk/x, proof/wo" + "rk/x, $HOME/t" + "mp/x, /usr/lib/jvm"));
  }

  private static List<String> faults(String name, String text) {
    List<String> faults = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      for (Pattern pattern : List.of(FOLDERS, REGISTRIES)) {
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
          faults.add(name + ":" + number + ": " + matcher.group());
        }
      }
    }
    return faults;
  }
}
