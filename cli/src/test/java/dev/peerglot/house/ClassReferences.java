// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a compiled class names: types as {@code java.net.Socket}, members as {@code
 * java.time.Instant#now}. Read from the constant pool, so that neither wildcard imports nor
 * written-out names nor inferred types escape.
 */
record ClassReferences(String name, Set<String> references) {
  /** The class names inside a descriptor or a generic signature. */
  private static final Pattern NAMES = Pattern.compile("L([\\w$/]+)[;<]");

  /** All compiled classes of the project on this class path, without tests. */
  static List<ClassReferences> project() {
    List<ClassReferences> classes = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String file = path.getFileName().toString();
      if (file.equals("classes") && Files.isDirectory(path)) {
        classes.addAll(below(path));
      } else if (file.startsWith("peerglot") && file.endsWith(".jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          classes.addAll(below(jar.getPath("/")));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return classes;
  }

  /** Reads one class file. */
  static ClassReferences parse(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    Set<String> references = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> references.addAll(names(type.asInternalName()));
        case MemberRefEntry member ->
            references.add(
                dotted(member.owner().asInternalName()) + "#" + member.name().stringValue());
        case Utf8Entry text -> references.addAll(namesInDescriptor(text.stringValue()));
        default -> {}
      }
    }
    return new ClassReferences(dotted(model.thisClass().asInternalName()), references);
  }

  private static List<ClassReferences> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(ClassReferences::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassReferences read(Path file) {
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(String internal) {
    return internal.startsWith("[") ? namesInDescriptor(internal) : List.of(dotted(internal));
  }

  private static List<String> namesInDescriptor(String text) {
    return text.isEmpty() || "([L<".indexOf(text.charAt(0)) < 0
        ? List.of()
        : NAMES.matcher(text).results().map((MatchResult match) -> dotted(match.group(1))).toList();
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }
}
