// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Installs what {@link Dist} packed into empty roots and takes the tour there: first the archive,
 * then the Debian package. Run by {@code mvn -Pdist package} after it, from source; a step that
 * goes wrong ends the build.
 *
 * <p>A root holds the package, the libraries of C that its Java needs, a shell and {@code /proc};
 * no other Java, no Maven, none of the project. To enter it takes {@code unshare}; where that is
 * not allowed, the tour runs in the same place with an empty environment instead, and says so.
 */
final class Tour {
  private static final int SECONDS = 120;

  private final Path root;
  private final String home;
  private final List<String> enter;
  private final boolean alone;

  private Tour(Path root, String home) throws Exception {
    this.root = root;
    this.home = home;
    String mount = "mount --rbind /dev \"$0/dev\" && exec chroot \"$0\" /bin/sh -c \"$1\"";
    List<String> inside =
        List.of(
            "unshare",
            "--map-root-user",
            "--pid",
            "--fork",
            "--mount-proc=" + Files.createDirectories(root.resolve("proc")),
            "/bin/sh",
            "-c",
            mount,
            root.toString());
    List<String> outside = List.of("/bin/sh", "-c");
    List<String> nothing = new ArrayList<>(inside);
    nothing.add(":");
    this.alone = succeeds(nothing);
    this.enter = alone ? inside : outside;
  }

  /**
   * Takes the tour of every package in a folder.
   *
   * @param arguments the folder with the packages; the version
   */
  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]);
    String name = "peerglot-" + arguments[1];
    List<Path> packages = new ArrayList<>();
    try (Stream<Path> files = Files.list(target)) {
      files
          .filter(file -> file.getFileName().toString().matches("peerglot.*\\.(tar\\.gz|deb)"))
          .sorted()
          .forEach(packages::add);
    }
    for (Path file : packages) {
      Path root = Files.createTempDirectory("peerglot-root");
      try {
        boolean archive = file.toString().endsWith(".gz");
        if (archive) {
          said(List.of("tar", "-C", root.toString(), "-xzf", file.toString()));
        } else {
          install(file, root);
        }
        furnish(root, root.resolve(archive ? name : "usr"));
        new Tour(root, archive ? "/" + name : "/usr").walk(file.getFileName().toString());
      } finally {
        said(List.of("rm", "-rf", root.toString()));
      }
    }
  }

  /** By dpkg with a database of its own where that is allowed, else by unpacking. */
  private static void install(Path file, Path root) throws Exception {
    Path database = Files.createDirectories(root.resolve("var/lib/dpkg"));
    for (String folder : List.of("info", "updates", "triggers")) {
      Files.createDirectories(database.resolve(folder));
    }
    Files.createFile(database.resolve("status"));
    List<String> dpkg =
        List.of("dpkg", "--root=" + root, "--force-depends", "--install", file.toString());
    if (!succeeds(dpkg)) {
      said(List.of("dpkg-deb", "--extract", file.toString(), root.toString()));
    }
  }

  /** A shell, and the libraries that it and the Java need. */
  private static void furnish(Path root, Path installed) throws Exception {
    List<String> ask = new ArrayList<>(List.of("ldd", "/bin/sh"));
    Path runtime = installed.resolve("lib/peerglot/runtime");
    ask.add(runtime.resolve("bin/java").toString());
    for (String library : List.of("server/libjvm.so", "libnet.so", "libnio.so", "libzip.so")) {
      ask.add(runtime.resolve("lib").resolve(library).toString());
    }
    Matcher path = Pattern.compile("(?m)(?:=> |^\\s+)(/\\S+) \\(").matcher(said(ask));
    List<String> files = new ArrayList<>(List.of("/bin/sh"));
    while (path.find()) {
      if (!path.group(1).startsWith(root.toString())) {
        files.add(path.group(1));
      }
    }
    for (String file : files) {
      Path copy = root.resolve(file.substring(1));
      Files.createDirectories(copy.getParent());
      if (!Files.exists(copy)) {
        said(List.of("cp", "-L", file, copy.toString()));
      }
    }
    Files.createDirectories(root.resolve("tmp"));
    Files.createDirectories(root.resolve("dev"));
  }

  private void walk(String name) throws Exception {
    System.out.println(name + (alone ? ", in a root of its own:" : ", with no environment:"));
    String samples = "$HERE/share/doc/peerglot/samples/";
    see("--version", 0, "peerglot 0");
    see("--version", 0, "peerglot 0");
    see("explain bitcoin version", 0, "user_agent");
    see("encode bitcoin ping nonce=1", 0, "0100000000000000");
    see("decode f9beb4d976657261636b000000000000000000005df6e0e2", 0, "\"message\":\"verack\"");
    see(
        "decode " + samples + "bitshares-crawl.pcap --keys " + samples + "bitshares-crawl.keys",
        0,
        "\"message\":\"address_message\"");
    see("decode " + samples + "rustchain.pcap.gz --stats", 0, "\"decoded\":49773");
    see("decode no-such-file.pcap", 5, "no-such-file.pcap");
    see("keys new bitshares", 0, "node_public_key");
    see("help dial", 0, "Examples");
    see("completion bash", 0, "complete ");
    see("crawl bitcoin-regtest://127.0.0.1:9 --timeout 1s", 0, "refused");
    see("crawl bitshares://127.0.0.1:9 --timeout 1s --store crawl.db", 0, "refused");
    see("map crawl.db", 0, "");
    see("shell", 0, "");
    see("demo", 0, "reached");
  }

  /** Runs a command line and looks at what it prints, on either stream, and at its status. */
  private void see(String line, int status, String text) throws Exception {
    String here = alone ? home : root + home;
    List<String> command = new ArrayList<>(enter);
    command.add("HERE=" + here + "; exec $HERE/bin/peerglot " + line);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(root.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    long begin = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("peerglot " + line + " did not end in " + SECONDS + " seconds");
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    if (process.exitValue() != status || !printed.contains(text)) {
      throw new IOException(
          "peerglot " + line + " ended with " + process.exitValue() + " and said:\n" + printed);
    }
    System.out.printf("  %6d ms  %s%n", millis, line.replace("$HERE/share/doc/peerglot/", ""));
  }

  private static boolean succeeds(List<String> command) {
    try {
      said(command);
      return true;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String said(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + "\n" + text);
    }
    return text;
  }
}
