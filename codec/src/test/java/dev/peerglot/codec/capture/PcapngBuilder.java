// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds pcapng files block by block. */
final class PcapngBuilder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  byte[] bytes() {
    return out.toByteArray();
  }

  PcapngBuilder section(ByteOrder byteOrder) {
    order = byteOrder;
    ByteBuffer body = body(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0);
    return block(0x0a0d0d0a, body.putLong(-1));
  }

  PcapngBuilder description(int linkType, int snapLength) {
    return block(1, body(8).putShort((short) linkType).putShort((short) 0).putInt(snapLength));
  }

  PcapngBuilder description(int linkType, int resolution, long offset) {
    ByteBuffer body = body(8 + 16 + 8 + 12 + 4);
    body.putShort((short) linkType).putShort((short) 0).putInt(0);
    byte[] name = "interface 01".getBytes(StandardCharsets.UTF_8);
    body.putShort((short) 2).putShort((short) name.length).put(name);
    body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
    body.putShort((short) 14).putShort((short) 8).putLong(offset);
    return block(1, body.putInt(0));
  }

  PcapngBuilder enhanced(int number, long time, byte[] packet, int original) {
    ByteBuffer body = body(20 + padded(packet.length) + 16);
    body.putInt(number).putInt((int) (time >>> 32)).putInt((int) time);
    body.putInt(packet.length).putInt(original).put(packet);
    body.position(20 + padded(packet.length));
    body.putShort((short) 1)
        .putShort((short) 5)
        .put("hello\0\0\0".getBytes(StandardCharsets.UTF_8));
    return block(6, body.putInt(0));
  }

  PcapngBuilder obsolete(int number, long time, byte[] packet, int original) {
    ByteBuffer body = body(20 + padded(packet.length));
    body.putShort((short) number).putShort((short) 3);
    body.putInt((int) (time >>> 32)).putInt((int) time).putInt(packet.length).putInt(original);
    return block(2, body.put(packet));
  }

  PcapngBuilder simple(byte[] packet, int original) {
    return block(3, body(4 + padded(packet.length)).putInt(original).put(packet));
  }

  PcapngBuilder secrets(int type, byte[] secrets) {
    ByteBuffer body = body(8 + padded(secrets.length));
    return block(10, body.putInt(type).putInt(secrets.length).put(secrets));
  }

  PcapngBuilder unknown(int type, int length) {
    return block(type, body(length));
  }

  private ByteBuffer body(int length) {
    return ByteBuffer.allocate(length).order(order);
  }

  private PcapngBuilder block(int type, ByteBuffer body) {
    int total = body.capacity() + 12;
    ByteBuffer block = ByteBuffer.allocate(total).order(order);
    block.putInt(type).putInt(total).put(body.array()).putInt(total);
    out.writeBytes(block.array());
    return this;
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }
}
