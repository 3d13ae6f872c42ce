// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.house.LauncherBench.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a small copy of the tree, with a JDK and a Maven that only note that they were
 * called.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LauncherTest {
  @TempDir private Path folder;

  private LauncherBench bench;

  @BeforeEach
  void lay() throws IOException {
    bench = new LauncherBench(folder);
  }

  @AfterEach
  void leave() throws IOException {
    bench.close();
  }

  @Test
  void buildsOnceThenStarts() throws Exception {
    Run first = bench.run("--version");
    assertEquals(0, first.status(), first.errors());
    assertTrue(first.errors().startsWith("peerglot: first use, building"), first.errors());
    assertTrue(first.errors().contains(" crypto codec cli start-up caches"), first.errors());
    Run second = bench.run("--version");
    assertEquals("", second.errors());
    assertEquals(1, bench.builds());
    assertTrue(second.output().contains("dev.peerglot.cli.Main --version"), second.output());
    assertTrue(second.output().contains("/app-1/quick.aot"), second.output());
  }

  @Test
  void worksThroughLinksAndFromElsewhere() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), bench.launcher());
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
    Run run = bench.runFrom(folder.resolve("jdk"), second, "two words", "$HOME");
    assertEquals(0, run.status(), run.errors());
    assertTrue(run.output().contains("dev.peerglot.cli.Main two words $HOME"), run.output());
    assertEquals(0, bench.runFrom(folder, Path.of("link")).status());
    assertEquals(1, bench.builds());
  }

  @Test
  void changedAddedAndDeletedSourcesAreBuiltAgain() throws Exception {
    Path source = bench.source();
    bench.run();
    bench.age();
    Files.writeString(source, "changed");
    assertTrue(bench.run().errors().startsWith("peerglot: its sources changed, building"));
    bench.age();
    Files.writeString(source.resolveSibling("New.java"), "new");
    bench.run();
    assertEquals(3, bench.builds());
    bench.age();
    Files.delete(source);
    bench.run();
    assertEquals(4, bench.builds());
    bench.age();
    bench.run();
    assertEquals(4, bench.builds());
  }

  @Test
  void theOldBuildStaysForWhoIsAboutToStartIt() throws Exception {
    for (int build = 1; build <= 3; build++) {
      bench.run();
      bench.age();
      Files.writeString(bench.source(), "build " + build);
    }
    assertEquals(List.of("app-2", "app-3"), bench.apps());
  }

  @Test
  void exitStatusAndOptionsPass() throws Exception {
    bench.run();
    bench.set("FAKE_STATUS", "5");
    bench.set("PEERGLOT_JAVA_OPTS", "-Done=1 -Dtwo=*");
    Run run = bench.run("decode");
    assertEquals(5, run.status());
    assertTrue(run.output().contains(" -Done=1 -Dtwo=* "), run.output());
  }

  @Test
  void pipesAreNotTakenForTerminals() throws Exception {
    bench.set("PEERGLOT_TTY", "ioe");
    assertTrue(bench.run().output().endsWith(" terminals=\n"));
  }

  @Test
  void onlyShortCommandsGoWithoutTheOptimisingCompiler() throws Exception {
    Path capture = Files.writeString(folder.resolve("x.pcap"), "");
    bench.run();
    assertTrue(isShort("--version"));
    assertTrue(isShort("-q", "dial", "crawl"));
    assertTrue(isShort("--color", "always", "explain"));
    assertTrue(isShort("decode", "--json", "0011"));
    assertTrue(isShort());
    assertFalse(isShort("-q", "crawl", "bitshares://127.0.0.1"));
    assertFalse(isShort("--color", "always", "crawl"));
    assertTrue(isShort("--color"));
    assertFalse(isShort("decode"));
    assertFalse(isShort("decode", "--json", "-"));
    assertFalse(isShort("decode", "--keys", "k", capture.toString()));
  }

  @Test
  void whatIsMissingIsSaidInOneLine() throws Exception {
    bench.set("PEERGLOT_JAVA_HOME", folder.resolve("nowhere").toString());
    Run noJava = bench.run();
    assertEquals(2, noJava.status());
    assertTrue(noJava.errors().contains("holds no JDK 25 or newer"), noJava.errors());
    assertEquals(1, noJava.errors().lines().count());

    bench.javaVersion("24.0.1");
    bench.set("PEERGLOT_JAVA_HOME", bench.jdk().toString());
    assertEquals(2, bench.run().status());

    bench.javaVersion("25.0.1");
    bench.hideMaven();
    Run noMaven = bench.run();
    assertEquals(2, noMaven.status());
    assertTrue(noMaven.errors().contains("Maven 3.8 or newer is needed"), noMaven.errors());
    assertEquals(1, noMaven.errors().lines().count());
  }

  @Test
  void anotherJavaGetsItsOwnCacheWithoutABuild() throws Exception {
    bench.run();
    bench.javaVersion("25.0.2");
    bench.hideMaven();
    Run run = bench.run();
    assertEquals(0, run.status());
    assertTrue(run.errors().contains("another Java, making: start-up caches"), run.errors());
    assertEquals("", bench.run().errors());
  }

  @Test
  void aFailedBuildShowsTheCompilersLinesAndLeavesNothing() throws Exception {
    bench.set("FAKE_FAILURE", "A.java:[1,2] what is this");
    Run run = bench.run();
    assertEquals(70, run.status());
    assertTrue(
        run.errors().contains("\nA.java:[1,2] what is this\npeerglot: the build failed"),
        run.errors());
    assertEquals("", run.output());
    assertEquals(List.of(), bench.apps());
    bench.set("FAKE_FAILURE", "");
    assertEquals(0, bench.run().status());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    bench.holdMaven();
    var first = bench.start();
    bench.awaitMaven(1);
    var second = bench.start();
    second.awaitError("waiting for it");
    bench.releaseMaven(1);
    assertEquals(0, first.finish().status());
    assertEquals(0, second.finish().status());
    assertEquals(1, bench.builds());
  }

  @Test
  void aKilledBuildIsTakenOverByOne() throws Exception {
    bench.holdMaven();
    var killed = bench.start();
    bench.awaitMaven(1);
    killed.kill();
    var next = bench.start();
    var other = bench.start();
    bench.awaitMaven(2);
    bench.releaseMaven(2);
    assertEquals(0, next.finish().status());
    assertEquals(0, other.finish().status());
    assertEquals(2, bench.builds());
    assertEquals("", bench.run().errors());
  }

  private boolean isShort(String... arguments) throws Exception {
    return bench.run(arguments).output().contains("-XX:TieredStopAtLevel=1");
  }
}
