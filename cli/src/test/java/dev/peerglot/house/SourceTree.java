// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that the project consists of: everything below its root but builds and tools' folders.
 */
record SourceTree(Path root, List<Path> files) {
  private static final Set<String> FOREIGN =
      Set.of("target", ".git", ".idea", ".vscode", ".settings", "node_modules");

  /** The modules, in the order of their arrows: each may use those before it. */
  static final List<String> MODULES = List.of("crypto", "codec", "cli");

  /** Reads the project that these tests belong to, also when they are started in one module. */
  static SourceTree project() {
    Path start =
        Path.of(System.getProperty("peerglot.root", System.getProperty("user.dir")))
            .toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("crypto"))
          && Files.isRegularFile(folder.resolve("peerglot"))) {
        return read(folder.normalize());
      }
    }
    throw new IllegalStateException("no project above " + start);
  }

  /** Reads the tree below a folder. */
  static SourceTree read(Path root) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return FOREIGN.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && !FOREIGN.contains(file.getFileName().toString())) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    return new SourceTree(root, List.copyOf(files));
  }

  /** All Java sources. */
  List<Path> java() {
    return files.stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** The Java sources of the product, without tests. */
  List<Path> mainJava() {
    return MODULES.stream().flatMap(this::mainJava).toList();
  }

  /** The Java sources of one module, without tests. */
  Stream<Path> mainJava(String module) {
    Path sources = root.resolve(module).resolve("src/main/java");
    return java().stream().filter(file -> file.startsWith(sources));
  }

  /** A file's path below the root, with slashes. */
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** A file's text, which must be UTF-8. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
