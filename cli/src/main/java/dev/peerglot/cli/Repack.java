// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes libraries fit for the start-up cache. The cache takes no class compiled for Java 5 or older
 * (all of picocli) and none from a signed jar (all of BouncyCastle); loading those anew costs more
 * than everything else in a short command. So old class files get the stack maps of a newer one,
 * and signatures are dropped: the build has checked the jars already, and nothing here asks the JDK
 * to trust their signer. A class that cannot be rewritten stays as it is.
 */
public final class Repack {
  /** The first version of class files that the cache takes: Java 6. */
  private static final int FIRST = 50;

  private Repack() {}

  /**
   * Rewrites, in place, each jar in a folder that needs it.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        repack(jar);
      }
    }
  }

  private static void repack(Path jar) throws IOException {
    Map<String, byte[]> entries = read(jar);
    boolean changed = entries.keySet().removeIf(Repack::isSignature);
    ClassFile rewriter = rewriter(entries);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (isOld(entry.getKey(), entry.getValue())) {
        byte[] rewritten = rewrite(rewriter, entry.getValue());
        changed |= rewritten != entry.getValue();
        entry.setValue(rewritten);
      }
    }
    if (changed) {
      Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
      Files.write(fresh, pack(entries));
      Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
      System.out.println("repacked " + jar.getFileName());
    }
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private static boolean isSignature(String name) {
    return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  /** Bytes 4 to 7 of a class file are its version, the minor half first, big-endian. */
  private static boolean isOld(String name, byte[] bytes) {
    return name.endsWith(".class")
        && bytes.length > 8
        && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < FIRST;
  }

  private static ClassFile rewriter(Map<String, byte[]> entries) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(
            type -> {
              String descriptor = type.descriptorString();
              byte[] bytes =
                  entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
              return bytes == null ? null : new ByteArrayInputStream(bytes);
            });
    return ClassFile.of(
        ClassHierarchyResolverOption.of(
            own.orElse(ClassHierarchyResolver.defaultResolver()).cached()),
        StackMapsOption.GENERATE_STACK_MAPS);
  }

  private static byte[] rewrite(ClassFile rewriter, byte[] old) {
    ClassTransform methods = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version =
        (builder, element) -> {
          if (!(element instanceof ClassFileVersion)) {
            builder.with(element);
          }
        };
    ClassTransform newVersion =
        ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0));
    try {
      byte[] fresh =
          rewriter.transformClass(
              rewriter.parse(old), methods.andThen(version).andThen(newVersion));
      return rewriter.verify(fresh).isEmpty() ? fresh : old;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return old; // subroutines of old compilers, or a superclass that is nowhere
    }
  }

  /** A jar without compression: what is not in the cache loads faster too. */
  private static byte[] pack(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        CRC32 crc = new CRC32();
        crc.update(entry.getValue());
        header.setCrc(crc.getValue());
        header.setSize(entry.getValue().length);
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
