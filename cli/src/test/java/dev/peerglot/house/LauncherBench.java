// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with the real launcher, a tree as small as can be, and a JDK and a Maven made of shell
 * scripts.
 */
final class LauncherBench implements AutoCloseable {
  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:AOTCacheOutput=*) : >"${word#*=}"; exit 0 ;;
        esac
      done
      echo java "$@" "terminals=$PEERGLOT_TTY"
      exit "${FAKE_STATUS:-0}"
      """;

  /**
   * Notes its call, waits for a line from `gate` where that is a pipe, then writes the jar or a
   * failure.
   */
  private static final String MAVEN =
      """
      #!/bin/sh
      [ "$1" != -v ] || exit 0
      echo called >>"$FAKE/builds"
      if [ -p "$FAKE/gate" ]; then
        echo called >"$FAKE/calls"
        read -r line <"$FAKE/gate"
      fi
      for module in crypto codec cli; do
        echo "[INFO] Building peerglot $module 0.1.0 [1/4]"
      done
      if [ -n "${FAKE_FAILURE-}" ]; then
        echo "[ERROR] COMPILATION ERROR :"
        echo "[ERROR] $FAKE_FAILURE"
        echo "[ERROR] Failed to execute goal"
        exit 1
      fi
      for word; do
        case $word in
          -Dbuild.folder=*) echo jar >"cli/${word#*=}/peerglot.jar" ;;
        esac
      done
      """;

  private final Path folder;
  private final Path tree;
  private final Map<String, String> environment = new TreeMap<>();

  /** All that was started, to be ended with the test. */
  private final List<Process> processes = new ArrayList<>();

  /** Open for both directions, so that what was written waits for who reads later. */
  private RandomAccessFile gate;

  LauncherBench(Path folder) throws IOException {
    this.folder = folder;
    this.tree = folder.resolve("a tree");
    Path original = SourceTree.project().root().resolve("peerglot");
    for (String module : SourceTree.MODULES) {
      Files.createDirectories(tree.resolve(module).resolve("src/main/java"));
      Files.writeString(tree.resolve(module).resolve("pom.xml"), "");
    }
    Files.writeString(tree.resolve("pom.xml"), "");
    Files.writeString(source(), "");
    Files.copy(original, launcher());
    executable(launcher());
    script(folder.resolve("bin/mvn"), MAVEN);
    script(jdk().resolve("bin/java"), JAVA);
    script(jdk().resolve("bin/javac"), "");
    javaVersion("25.0.1");
    for (String tool :
        List.of(
            "sh",
            "find",
            "readlink",
            "mkdir",
            "rmdir",
            "rm",
            "mv",
            "sed",
            "grep",
            "head",
            "sleep",
            "ps")) {
      pass(tool);
    }
    set("PATH", folder.resolve("bin").toString());
    set("FAKE", folder.toString());
    set("PEERGLOT_JAVA_HOME", jdk().toString());
  }

  Path launcher() {
    return tree.resolve("peerglot");
  }

  Path source() {
    return tree.resolve("codec/src/main/java/Source.java");
  }

  Path jdk() {
    return folder.resolve("jdk");
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void javaVersion(String version) throws IOException {
    Files.writeString(
        jdk().resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  void hideMaven() throws IOException {
    Files.delete(folder.resolve("bin/mvn"));
  }

  /** How often Maven was called to build. */
  long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  /** The builds that are kept. */
  List<String> apps() throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("cli/target/launcher"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("app-"))
          .sorted()
          .toList();
    }
  }

  /**
   * Makes all sources and builds older, in their order, so that any later change shows in the times
   * of files.
   */
  void age() throws IOException {
    FileTime sourceTime = FileTime.from(Instant.now().minusSeconds(7200));
    FileTime buildTime = FileTime.from(Instant.now().minusSeconds(3600));
    try (Stream<Path> files = Files.walk(tree)) {
      files.forEach(file -> setTime(file, file.endsWith("stamp") ? buildTime : sourceTime));
    }
  }

  /** Makes Maven wait until it is released. */
  void holdMaven() throws Exception {
    for (String pipe : List.of("gate", "calls")) {
      int status =
          new ProcessBuilder("mkfifo", folder.resolve(pipe).toString())
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IOException("mkfifo failed");
      }
    }
    gate = new RandomAccessFile(folder.resolve("gate").toFile(), "rw");
  }

  /** Waits until Maven was called so often, and holds. */
  void awaitMaven(int calls) throws IOException {
    Files.readString(folder.resolve("calls"));
    if (builds() != calls) {
      throw new IllegalStateException(builds() + " builds");
    }
  }

  /** Lets so many waiting builds go on. */
  void releaseMaven(int builds) throws IOException {
    gate.writeBytes("go\n".repeat(builds));
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (gate != null) {
      gate.close();
    }
  }

  Run run(String... arguments) throws Exception {
    return runFrom(folder, launcher(), arguments);
  }

  Run runFrom(Path directory, Path program, String... arguments) throws Exception {
    return start(directory, program, arguments).finish();
  }

  Started start() throws IOException {
    return start(folder, launcher());
  }

  private Started start(Path directory, Path program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", program.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    processes.add(process);
    return new Started(process, output);
  }

  private void pass(String tool) throws IOException {
    for (String place : System.getenv("PATH").split(":")) {
      Path program = Path.of(place, tool);
      if (Files.isExecutable(program)) {
        script(folder.resolve("bin").resolve(tool), "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
        return;
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    executable(file);
  }

  private static void executable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  private static void setTime(Path file, FileTime time) {
    try {
      Files.setLastModifiedTime(file, time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a finished launcher left. */
  record Run(int status, String output, String errors) {}

  /** A launcher that runs. */
  static final class Started {
    private final Process process;
    private final Path output;
    private final BufferedReader errors;
    private final StringBuilder heard = new StringBuilder();

    Started(Process process, Path output) throws IOException {
      this.process = process;
      this.output = output;
      this.errors =
          new BufferedReader(
              new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
      process.getOutputStream().close();
    }

    /** Reads until a line holds these words. */
    void awaitError(String words) throws IOException {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        heard.append(line).append('\n');
        if (line.contains(words)) {
          return;
        }
      }
      throw new IllegalStateException("ended without: " + words + "\n" + heard);
    }

    /** Ends it as kill -9 does. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    Run finish() throws IOException, InterruptedException {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        heard.append(line).append('\n');
      }
      int status = process.waitFor();
      return new Run(status, Files.readString(output), heard.toString());
    }
  }
}
