// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Out;

/**
 * What a packet of the encrypted transport holds (BIP 324): a message type, then the payload as in
 * a plain frame. The type is one byte from 1 on for the messages of a table, or a zero byte and the
 * 12 bytes of the command. Either form is good for a message of the table; senders use the short
 * one.
 */
final class Contents {
  private static final int LONG_FORM = 1 + Command.SIZE;

  private Contents() {}

  /** What of the contents is the type; 0 if there is no room for one. */
  static int typeSize(byte[] packet, int index) {
    int left = packet.length - index;
    if (left < 1) {
      return 0;
    }
    return packet[index] != 0 ? 1 : left < LONG_FORM ? 0 : LONG_FORM;
  }

  /** The command that the type stands for; its number where that is not assigned. */
  static String command(byte[] packet, int index) {
    int id = packet[index] & 0xff;
    if (id == 0) {
      return Command.read(packet, index + 1);
    }
    String known = Messages.command(id);
    return known == null ? Integer.toString(id) : known;
  }

  /** Whether the type is one byte or a command as it should be. */
  static boolean isSound(byte[] packet, int index) {
    return packet[index] != 0 || Command.isSound(packet, index + 1);
  }

  /** The contents of the packet of a message. */
  static byte[] of(String command, byte[] body) {
    Out out = new Out(LONG_FORM + body.length);
    int id = Messages.shortId(command);
    if (id > 0) {
      out.u8(id);
    } else if (command.matches("3[89]|[4-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5]")) {
      out.u8(Integer.parseInt(command));
    } else {
      Command.write(out.u8(0), command);
    }
    return out.bytes(body).toBytes();
  }
}
