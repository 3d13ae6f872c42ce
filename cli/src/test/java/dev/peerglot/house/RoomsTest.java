// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every protocol's folder has the same rooms: who knows one knows them all. More files may stand
 * beside them.
 */
final class RoomsTest {
  private static final String PROTOCOLS = "codec/src/main/java/dev/peerglot/codec/protocol/";

  /** What protocols share; no protocol itself. */
  private static final String SHARED = "layer";

  private static final List<String> ROOMS =
      List.of(
          "package-info.java",
          "<Name>Protocol.java",
          "Networks.java",
          "Primitives.java",
          "Framing.java",
          "Messages.java",
          "message/",
          "Handshake.java",
          "Keys.java",
          "<Name>Behaviour.java",
          "PeerExchange.java");

  @Test
  void everyProtocolHasTheSameRooms() {
    SourceTree tree = SourceTree.project();
    assertEquals(List.of(), faults(tree.mainJava("codec").map(tree::name).toList()));
  }

  @Test
  void aMissingRoomIsSeen() {
    assertEquals(
        List.of("grin has no message/", "grin has no PeerExchange.java"),
        faults(
            List.of(
                PROTOCOLS + "layer/Yamux.java",
                PROTOCOLS + "grin/package-info.java",
                PROTOCOLS + "grin/GrinProtocol.java",
                PROTOCOLS + "grin/Networks.java",
                PROTOCOLS + "grin/Primitives.java",
                PROTOCOLS + "grin/Framing.java",
                PROTOCOLS + "grin/Messages.java",
                PROTOCOLS + "grin/Handshake.java",
                PROTOCOLS + "grin/Keys.java",
                PROTOCOLS + "grin/GrinBehaviour.java",
                PROTOCOLS + "grin/Extra.java")));
  }

  @Test
  void theProtocolCarriesTheNameOfItsFolder() {
    assertEquals(11, faults(List.of(PROTOCOLS + "grin/BitcoinProtocol.java")).size());
    assertEquals(
        9,
        faults(
                List.of(
                    PROTOCOLS + "bitshares/BitSharesProtocol.java",
                    PROTOCOLS + "bitshares/message/Hello.java"))
            .size());
  }

  @Test
  void foldersAreReadFromTheTree(@TempDir Path folder) throws Exception {
    Path file = folder.resolve(PROTOCOLS + "grin/message/Hand.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    SourceTree tree = SourceTree.read(folder);
    assertEquals(10, faults(tree.mainJava("codec").map(tree::name).toList()).size());
  }

  private static List<String> faults(List<String> files) {
    Map<String, Set<String>> protocols = new TreeMap<>();
    for (String file : files) {
      String[] parts =
          file.startsWith(PROTOCOLS)
              ? file.substring(PROTOCOLS.length()).split("/")
              : new String[0];
      if (parts.length >= 2 && !parts[0].equals(SHARED)) {
        String entry = parts.length > 2 ? parts[1] + "/" : parts[1];
        protocols
            .computeIfAbsent(parts[0], name -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
            .add(entry);
      }
    }
    List<String> faults = new ArrayList<>();
    protocols.forEach(
        (name, entries) ->
            ROOMS.stream()
                .filter(room -> !entries.contains(room.replace("<Name>", name)))
                .forEach(room -> faults.add(name + " has no " + room)));
    return faults;
  }
}
