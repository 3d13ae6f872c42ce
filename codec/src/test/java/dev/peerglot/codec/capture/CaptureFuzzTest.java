// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged captures: nothing but the typed fault comes out, and every promise of the sink holds. */
class CaptureFuzzTest {
  private static final CaptureLimits TIGHT =
      new CaptureLimits(8, 20_000, 50_000, 8, 1_000_000, 4, 1_000_000);

  private final Random random = new Random(99);

  private void read(byte[] file) throws IOException {
    RecordingSink sink = new RecordingSink();
    Traffic traffic = new Traffic(sink, random.nextBoolean() ? TIGHT : CaptureLimits.standard());
    try (PacketSource source = Capture.open(new ByteArrayInputStream(file), "fuzz")) {
      traffic.drain(source);
    } catch (CaptureFault fault) {
      assertTrue(fault.offset() <= file.length, fault.getMessage());
      assertTrue(fault.getMessage().startsWith("fuzz: byte " + fault.offset() + ": "));
    }
    sink.requireAllClosed();
    for (RecordingSink.Conversation c : sink.conversations.values()) {
      assertTrue(c.fromDialer.bytes().length + c.fromListener.bytes().length <= file.length);
      assertTrue(c.stream.fromLow.heldCost() + c.stream.fromHigh.heldCost() == 0);
    }
  }

  private byte[] damaged(byte[] file) {
    byte[] bytes = file.clone();
    int changes = 1 + random.nextInt(1 + file.length / 500);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0 : 0xff);
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(60), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** Damages packets only, so that the file itself stays readable. */
  private List<Packets.Packet> damagedPackets(List<Packets.Packet> packets) {
    List<Packets.Packet> damaged = new ArrayList<>();
    for (Packets.Packet packet : packets) {
      byte[] bytes = packet.bytes().clone();
      if (bytes.length > 0 && random.nextInt(3) == 0) {
        // Headers rather than payload.
        int at = random.nextInt(Math.min(bytes.length, 60));
        bytes[at] = (byte) random.nextInt();
      }
      int link = random.nextInt(10) == 0 ? random.nextInt(280) : packet.linkType();
      int original = random.nextInt(10) == 0 ? random.nextInt(100_000) : bytes.length;
      damaged.add(
          new Packets.Packet(link, packet.nanos(), bytes, Math.max(original, bytes.length)));
    }
    return damaged;
  }

  private List<Packets.Packet> conversation() {
    return TcpScript.packets(new TcpScript(random, 3000, 3000, 600).segments);
  }

  @Test
  void damagedPcaps() throws IOException {
    byte[] file = Packets.pcap(ByteOrder.BIG_ENDIAN, 0xa1b2c3d4, 1 << 18, conversation());
    for (int i = 0; i < 3000; i++) {
      read(damaged(file));
    }
  }

  @Test
  void damagedPcapngs() throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      PcapngBuilder builder =
          new PcapngBuilder().section(order).description(101, 9, 5).description(101, 0);
      for (Packets.Packet packet : conversation()) {
        int length = packet.bytes().length;
        switch (random.nextInt(4)) {
          case 0 -> builder.simple(packet.bytes(), length);
          case 1 -> builder.obsolete(1, packet.nanos() / 1000, packet.bytes(), length);
          case 2 -> builder.enhanced(0, packet.nanos(), packet.bytes(), length).unknown(77, 8);
          default -> builder.enhanced(1, packet.nanos() / 1000, packet.bytes(), length + 9);
        }
      }
      byte[] file = builder.secrets(5, new byte[33]).bytes();
      for (int i = 0; i < 1500; i++) {
        read(damaged(file));
      }
    }
  }

  @Test
  void damagedPackets() {
    for (int i = 0; i < 3000; i++) {
      Packets.read(damagedPackets(conversation()), random.nextBoolean() ? TIGHT : LIMITS);
    }
  }

  private static final CaptureLimits LIMITS = CaptureLimits.standard();

  @Test
  void randomPacketsOfEveryLink() {
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(120)];
      random.nextBytes(bytes);
      int link = random.nextInt(300);
      List<Packets.Packet> one = List.of(new Packets.Packet(link, 1, bytes, bytes.length));
      Packets.read(one, LIMITS);
    }
  }

  @Test
  void damagedRecordings() throws IOException {
    for (Path path : SharedCaptures.all()) {
      byte[] file = Files.readAllBytes(path);
      byte[] part = Arrays.copyOf(file, Math.min(file.length, 100_000));
      for (int i = 0; i < 40; i++) {
        read(damaged(part));
      }
    }
  }
}
