// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packages use only what their place in the house allows: cli on codec on crypto, libraries where
 * they belong.
 */
final class ImportsTest {
  private static final String HOME = "dev.peerglot.";

  @Test
  void arrowsPointDown() {
    List<ClassReferences> classes = ClassReferences.project();
    for (String module : SourceTree.MODULES) {
      assertTrue(
          classes.stream().anyMatch(type -> type.name().startsWith(HOME + module + ".")),
          "no classes of " + module + " on the class path");
    }
    assertEquals(
        List.of(), classes.stream().flatMap(type -> Arrows.faults(type).stream()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "crypto.hash.Sha, dev.peerglot.codec.bytes.Hex",
    "crypto.hash.Sha, java.net.Socket",
    "crypto.hash.Sha, java.time.Clock",
    "codec.view.Tree, dev.peerglot.cli.Main",
    "codec.bytes.Window, dev.peerglot.codec.schema.Type",
    "codec.bytes.Window, dev.peerglot.crypto.hash.Sha",
    "codec.schema.Type, dev.peerglot.codec.view.Tree",
    "codec.text.Base58, dev.peerglot.codec.protocol.grin.Keys",
    "codec.view.Tree, dev.peerglot.codec.session.Event",
    "codec.session.Event, dev.peerglot.codec.protocol.grin.Keys",
    "codec.session.Event, java.nio.channels.SocketChannel",
    "codec.session.Event, java.net.http.HttpClient",
    "codec.session.Event, java.lang.Thread",
    "codec.session.Event, java.util.concurrent.ExecutorService",
    "codec.session.Event, java.lang.System#nanoTime",
    "codec.capture.Pcap, dev.peerglot.codec.schema.Type",
    "codec.protocol.grin.Keys, dev.peerglot.codec.protocol.bitcoin.Keys",
    "codec.protocol.layer.Yamux, dev.peerglot.codec.protocol.libp2p.Keys",
    "codec.protocol.libp2p.Keys, dev.peerglot.codec.protocol.parallelchain.Keys",
    "codec.protocol.grin.Keys, java.time.Instant#now",
    "codec.protocol.grin.Keys, java.util.Random#<init>",
    "codec.protocol.grin.Keys, java.security.SecureRandom#<init>",
    "codec.protocol.grin.Keys, java.net.InetAddress#getByName",
    "codec.view.Tree, picocli.CommandLine",
    "cli.command.Dial, org.jline.reader.LineReader",
    "cli.command.Dial, com.google.gson.JsonObject",
    "codec.schema.Type, com.google.gson.JsonObject",
    "codec.schema.Type, io.netty.buffer.ByteBuf",
    "codec.session.Secrets, org.bouncycastle.math.ec.ECPoint"
  })
  void aForbiddenUseIsSeen(String from, String to) {
    assertEquals(1, Arrows.faults(new ClassReferences(HOME + from, Set.of(to))).size());
  }

  @ParameterizedTest
  @CsvSource({
    "codec.schema.Type, dev.peerglot.codec.bytes.Window",
    "codec.session.Secrets, dev.peerglot.crypto.hash.Sha",
    "codec.protocol.grin.Keys, dev.peerglot.codec.protocol.grin.message.Hand",
    "codec.protocol.grin.Keys, dev.peerglot.codec.protocol.layer.Snappy",
    "codec.protocol.grin.Keys, dev.peerglot.codec.protocol.Protocol",
    "codec.protocol.parallelchain.Keys, dev.peerglot.codec.protocol.libp2p.Keys",
    "codec.capture.Pcap, java.nio.channels.FileChannel",
    "codec.capture.Table, java.util.SplittableRandom#<init>",
    "codec.protocol.grin.Keys, java.time.Instant",
    "codec.view.Samples, java.util.random.RandomGenerator#nextInt",
    "codec.view.Tree, com.google.gson.JsonObject",
    "codec.bytes.Window, io.netty.buffer.ByteBuf",
    "crypto.Entropy, java.security.SecureRandom#<init>",
    "cli.driver.Dialer, java.net.Socket",
    "cli.command.Dial, picocli.CommandLine",
    "cli.shell.Shell, org.jline.reader.LineReader"
  })
  void anAllowedUseIsNot(String from, String to) {
    assertEquals(List.of(), Arrows.faults(new ClassReferences(HOME + from, Set.of(to))));
  }

  @Test
  void referencesComeFromCodeFieldsAndSignatures() throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream("ImportsTest$Sample.class")) {
      ClassReferences references = ClassReferences.parse(in.readAllBytes());
      assertEquals(Sample.class.getName(), references.name());
      assertTrue(references.references().contains("java.time.Instant#now"));
      assertTrue(references.references().contains("java.net.Socket"), "in a generic signature");
      assertTrue(references.references().contains("java.lang.Thread"), "in an array");
      assertTrue(references.references().contains("java.util.TreeSet#<init>"));
    }
  }

  private record Sample(List<Socket> sockets, Thread[][] threads)
      implements Supplier<Set<Instant>> {
    @Override
    public Set<Instant> get() {
      return new TreeSet<>(Set.of(Instant.now()));
    }
  }
}
