// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs peerglot with its own Java: an archive that runs where it is unpacked, and a Debian package
 * where {@code dpkg-deb} is there. Run by {@code mvn -Pdist package} in the JDK of the build, from
 * source. Both hold the same tree, below the archive's folder or {@code /usr}:
 *
 * <pre>
 *   bin/peerglot                  the launcher
 *   lib/peerglot/runtime          a Java of the modules that are needed
 *   lib/peerglot/app              peerglot.jar, lib/*.jar, quick.aot, full.aot
 *   share/…                       completion for bash, zsh and fish, the manual page, documents
 * </pre>
 *
 * <p>A start-up cache knows its jars by size and time, not by place: so times are kept by whatever
 * copies them.
 */
final class Dist {
  private final Path root;
  private final Path target;
  private final String version;
  private final Path java = Path.of(System.getProperty("java.home"));
  private final Path tree;

  private Dist(Path root, String version) {
    this.root = root;
    this.version = version;
    this.target = root.resolve("cli/target");
    this.tree = target.resolve("dist").resolve("peerglot-" + version);
  }

  /**
   * Packs.
   *
   * @param arguments the folder of the project; the version
   */
  public static void main(String[] arguments) throws Exception {
    new Dist(Path.of(arguments[0]), arguments[1]).pack();
  }

  private void pack() throws Exception {
    run("rm", "-rf", tree.getParent().toString());
    Path home = Files.createDirectories(tree.resolve("lib/peerglot"));
    Path app = Files.createDirectories(home.resolve("app"));
    run("cp", "-p", target.resolve("peerglot.jar").toString(), app.toString());
    run("cp", "-pr", target.resolve("lib").toString(), app.toString());
    link(home.resolve("runtime"));
    launcher(tree.resolve("bin/peerglot"));
    train(home, app);
    documents();
    archive();
    debian();
  }

  /**
   * The runtime. What jdeps finds beside these is never reached from here: drawing and sounds
   * (java.desktop), a web server, flight recordings.
   */
  private void link(Path runtime) throws Exception {
    run(
        java.resolve("bin/jlink").toString(),
        "--add-modules",
        "java.logging,java.management,java.naming,java.security.jgss,java.sql,jdk.unsupported",
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        runtime.toString());
  }

  /** The launcher: how Java is started is told by the one of the source tree. */
  private void launcher(Path file) throws IOException {
    String source = Files.readString(root.resolve("peerglot"));
    int from = source.indexOf("# What a command wants of Java.");
    int to = source.indexOf("if recall && fresh");
    if (from < 0 || to < from) {
      throw new IOException("the launcher has changed: its part on options is not found");
    }
    String text =
        """
        #!/bin/sh
        # SPDX-License-Identifier: Apache-2.0
        #
        # Starts peerglot with the Java beside it. PEERGLOT_JAVA_OPTS: more options for Java.

        set -euf

        # The folder of this file, through symbolic links.
        self=$0
        case $self in */*) ;; *) self=$(command -v -- "$self") ;; esac
        while [ -h "$self" ]; do
          target=$(readlink "$self")
          case $target in /*) self=$target ;; *) self=${self%%/*}/$target ;; esac
        done
        state=$(CDPATH='' cd -- "${self%%/*}/../lib/peerglot" && pwd -P)
        home=$state/runtime app=app

        %s
        run "$@"
        """
            .formatted(source.substring(from, to).strip());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The start-up caches, made with the options that the launcher uses. */
  private void train(Path home, Path app) throws Exception {
    String source = Files.readString(root.resolve("peerglot"));
    String java = home.resolve("runtime/bin/java").toString();
    List<String> options = Arrays.asList(variable(source, "options").split(" "));
    String jar = app.resolve("peerglot.jar").toString();
    List<String> repack = new ArrayList<>(List.of(java));
    repack.addAll(options);
    repack.addAll(List.of("-cp", jar, "dev.peerglot.cli.Repack", app.resolve("lib").toString()));
    said(repack);
    for (String cache : List.of("quick", "full")) {
      List<String> command = new ArrayList<>(List.of(java));
      command.addAll(options);
      if (cache.equals("quick")) {
        command.add(variable(source, "fast_compiler"));
      }
      command.add("-XX:AOTCacheOutput=" + app.resolve(cache + ".aot"));
      command.addAll(List.of("-cp", jar, "dev.peerglot.cli.Training", cache, root.toString()));
      said(command);
    }
  }

  private static String variable(String script, String name) {
    String mark = "\n" + name + "='";
    int from = script.indexOf(mark) + mark.length();
    return script.substring(from, script.indexOf('\'', from));
  }

  private void documents() throws IOException {
    copy("completions/peerglot.bash", "share/bash-completion/completions/peerglot");
    copy("completions/_peerglot", "share/zsh/site-functions/_peerglot");
    copy("completions/peerglot.fish", "share/fish/vendor_completions.d/peerglot.fish");
    Path manual = tree.resolve("share/man/man1/peerglot.1.gz");
    Files.createDirectories(manual.getParent());
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(manual))) {
      Files.copy(root.resolve("docs/man/peerglot.1"), out);
    }
    copy("LICENSE", "share/doc/peerglot/copyright");
    try (Stream<Path> samples = Files.list(root.resolve("docs/samples"))) {
      for (Path sample : samples.toList()) {
        copy(
            "docs/samples/" + sample.getFileName(),
            "share/doc/peerglot/samples/" + sample.getFileName());
      }
    }
  }

  private void copy(String from, String to) throws IOException {
    Path file = tree.resolve(to);
    Files.createDirectories(file.getParent());
    Files.copy(root.resolve(from), file, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void archive() throws Exception {
    String platform =
        System.getProperty("os.name").toLowerCase().split(" ")[0]
            + "-"
            + System.getProperty("os.arch").replace("amd64", "x64");
    Path file = target.resolve("peerglot-" + version + "-" + platform + ".tar.gz");
    run(
        "tar",
        "-C",
        tree.getParent().toString(),
        "--owner=0",
        "--group=0",
        "-czf",
        file.toString(),
        tree.getFileName().toString());
    System.out.println(file + ": " + Files.size(file) / 1_000_000 + " MB");
  }

  private void debian() throws Exception {
    if (Arrays.stream(System.getenv("PATH").split(":"))
        .noneMatch(place -> Files.isExecutable(Path.of(place, "dpkg-deb")))) {
      System.out.println("no Debian package: dpkg-deb is not here");
      return;
    }
    Path package_ = target.resolve("dist/debian");
    Files.createDirectories(package_.resolve("DEBIAN"));
    run("cp", "-pr", tree.toString(), package_.resolve("usr").toString());
    String architecture = said(List.of("dpkg", "--print-architecture")).strip();
    long kilobytes =
        Long.parseLong(said(List.of("du", "-sk", package_.toString())).split("\\s")[0]);
    Files.writeString(
        package_.resolve("DEBIAN/control"),
        """
        Package: peerglot
        Version: %s
        Architecture: %s
        Maintainer: peerglot authors <peerglot@localhost>
        Installed-Size: %d
        Depends: libc6, zlib1g
        Section: net
        Priority: optional
        Description: command-line toolkit for blockchain peer-to-peer wires
         Dials peers, shakes hands, sends single messages, listens as a peer, decodes
         and decrypts captured traffic, and crawls networks into maps. Brings its own
         Java runtime.
        """
            .formatted(version, architecture, kilobytes));
    Path file = target.resolve("peerglot_" + version + "_" + architecture + ".deb");
    run("dpkg-deb", "--root-owner-group", "--build", package_.toString(), file.toString());
    System.out.println(file + ": " + Files.size(file) / 1_000_000 + " MB");
  }

  private void run(String... command) throws Exception {
    said(Arrays.asList(command));
  }

  private static String said(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + "\n" + text);
    }
    return text;
  }
}
