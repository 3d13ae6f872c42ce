// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of its own on a free port of 127.0.0.1, in a folder that is removed. Where
 * the tests run as root it runs as the user {@code postgres}, for it refuses to be root.
 */
final class Postgres implements AutoCloseable {
  private final String folder;
  private final int port;
  private final Process server;

  Postgres() throws IOException, InterruptedException {
    folder = output(as("mktemp", "-d", "-t", "peerglot-pg.XXXXXX"));
    output(as(program("initdb"), "-D", folder, "-A", "trust", "-U", "postgres", "--no-sync"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    List<String> line =
        as(program("postgres"), "-D", folder, "-p", "" + port, "-k", folder, "-c", "fsync=off");
    server = new ProcessBuilder(line).redirectErrorStream(true).start();
    BufferedReader said = server.inputReader();
    for (String text = said.readLine(); ; text = said.readLine()) {
      if (text == null) {
        throw new IOException("PostgreSQL did not start");
      }
      if (text.contains("ready to accept connections")) {
        break;
      }
    }
    Thread.ofVirtual().start(() -> said.lines().forEach(text -> {}));
  }

  static boolean isInstalled() {
    return program("initdb") != null && program("postgres") != null;
  }

  private static String program(String name) {
    List<File> folders = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      folders.add(new File(folder));
    }
    File[] versions = new File("/usr/lib/postgresql").listFiles();
    for (File version : versions == null ? new File[0] : versions) {
      folders.add(new File(version, "bin"));
    }
    return folders.stream()
        .map(folder -> new File(folder, name))
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst()
        .orElse(null);
  }

  private static List<String> as(String... words) {
    List<String> line = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    line.addAll(Arrays.asList(words));
    return line;
  }

  private static String output(List<String> line) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(line)
            .directory(new File("/"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", line) + " failed: " + text);
    }
    return text;
  }

  String url() {
    return "postgresql://postgres@127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    server.destroy();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      output(as("rm", "-rf", folder));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
