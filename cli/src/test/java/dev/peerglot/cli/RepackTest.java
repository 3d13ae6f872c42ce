// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import static java.lang.constant.ConstantDescs.CD_int;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Libraries are rewritten so that the start-up cache takes their classes, and still do what they
 * did.
 */
final class RepackTest {
  private static final int JAVA_5 = 49;

  @TempDir private Path folder;

  @Test
  void anOldClassBecomesNewAndStillWorks() throws Exception {
    Path jar = jar("old.jar", "Old.class", oldClass());
    Repack.main(new String[] {folder.toString()});
    assertEquals(ClassFile.JAVA_8_VERSION, entry(jar, "Old.class")[7]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      var method = loader.loadClass("Old").getMethod("larger", int.class, int.class);
      assertEquals(7, method.invoke(null, 3, 7));
      assertEquals(9, method.invoke(null, 9, 7));
    }
  }

  @Test
  void signaturesAreDroppedAndOthersKept() throws IOException {
    Path jar =
        jar(
            "signed.jar",
            "META-INF/SIGNER.SF",
            new byte[] {1},
            "META-INF/services/x",
            new byte[] {2});
    Repack.main(new String[] {folder.toString()});
    assertNull(entry(jar, "META-INF/SIGNER.SF"));
    assertArrayEquals(new byte[] {2}, entry(jar, "META-INF/services/x"));
  }

  @Test
  void whatNeedsNothingStaysAsItIs() throws IOException {
    Path jar = jar("new.jar", "a.txt", "text".getBytes(StandardCharsets.UTF_8));
    byte[] before = Files.readAllBytes(jar);
    Repack.main(new String[] {folder.toString()});
    assertArrayEquals(before, Files.readAllBytes(jar));
  }

  @Test
  void aBrokenClassStaysAsItIs() throws IOException {
    byte[] broken = {
      (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, JAVA_5, 9, 9, 9, 9
    };
    Path jar = jar("broken.jar", "Broken.class", broken);
    Repack.main(new String[] {folder.toString()});
    assertArrayEquals(broken, entry(jar, "Broken.class"));
  }

  /** A class of Java 5 with a branch, where newer versions need a stack map. */
  private static byte[] oldClass() {
    return ClassFile.of(StackMapsOption.DROP_STACK_MAPS)
        .build(
            ClassDesc.of("Old"),
            builder ->
                builder
                    .withVersion(JAVA_5, 0)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                    .withMethodBody(
                        "larger",
                        MethodTypeDesc.of(CD_int, CD_int, CD_int),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code -> {
                          Label second = code.newLabel();
                          code.iload(0).iload(1).if_icmplt(second).iload(0).ireturn();
                          code.labelBinding(second).iload(1).ireturn();
                        }));
  }

  private Path jar(String name, Object... namesAndBytes) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return jar;
  }

  private static byte[] entry(Path jar, String name) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      return entry == null ? null : zip.getInputStream(entry).readAllBytes();
    }
  }
}
