// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.StreamBuffer;
import dev.peerglot.codec.protocol.MessageLog;
import dev.peerglot.codec.session.Network;
import java.util.List;

/**
 * What Bitcoin Core writes with {@code -capturemessages} ({@code CaptureMessageToFile} of {@code
 * net.cpp}): for each peer a folder {@code message_capture/IP_PORT} with {@code msgs_recv.dat} and
 * {@code msgs_sent.dat}, in the folder of the network. The messages are those inside of either
 * transport, and nothing in the file tells the network:
 *
 * <pre>
 *  0            8            20       24
 *  +------------+------------+--------+--- ... ---+
 *  | time       | command    | length | payload   |
 *  +------------+------------+--------+--- ... ---+
 *    u64le, microseconds since 1970     u32le
 * </pre>
 */
final class CaptureFiles implements MessageLog {
  static final MessageLog LOG = new CaptureFiles();

  private static final int TIME = 8;
  private static final int HEADER = TIME + Command.SIZE + 4;

  /** 2009 to 2100, in microseconds. */
  private static final long EARLIEST = 1_230_768_000_000_000L;

  private static final long LATEST = 4_102_444_800_000_000L;

  private CaptureFiles() {}

  @Override
  public boolean matches(byte[] first) {
    return first.length >= HEADER && isHeader(first, 0);
  }

  private static boolean isHeader(byte[] array, int index) {
    In in = new In(array, index, HEADER);
    long time = in.i64le();
    int command = in.take(Command.SIZE);
    return time >= EARLIEST
        && time < LATEST
        && array[command] != 0
        && Command.isSound(array, command, Command.SIZE)
        && in.u32le() <= Framing.LARGEST_ELSEWHERE;
  }

  @Override
  public Origin origin(List<String> names) {
    boolean sent = names.getFirst().contains("sent");
    boolean inPlace = names.size() > 2 && names.get(2).equals("message_capture");
    String peer = inPlace || isPeer(names) ? peer(names.get(1)) : "";
    return new Origin(inPlace && names.size() > 3 ? network(names.get(3)) : null, peer, sent);
  }

  private static boolean isPeer(List<String> names) {
    return names.size() > 1 && names.get(1).matches("(\\[[0-9a-f_.]+]|[0-9.]+)_[0-9]{1,5}");
  }

  /** Core puts a line under where a colon was: {@code 127.0.0.1_8333}, {@code [__1]_8333}. */
  private static String peer(String folder) {
    return folder.replace('_', ':');
  }

  private static Network network(String folder) {
    return switch (folder) {
      case "regtest" -> Networks.REGTEST;
      case "signet" -> Networks.SIGNET;
      case "testnet3" -> Networks.TESTNET3;
      case "testnet4" -> Networks.TESTNET4;
      default -> Networks.MAIN;
    };
  }

  @Override
  public Entry next(Network network, StreamBuffer waiting) {
    if (waiting.size() < HEADER) {
      return null;
    }
    if (!isHeader(waiting.array(), waiting.index())) {
      throw Malformed.wrong("no message begins here", -1);
    }
    long length = waiting.u32le(TIME + Command.SIZE);
    if (waiting.size() < HEADER + length) {
      return null;
    }
    long micros = new In(waiting.array(), waiting.index(), TIME).i64le();
    String command = Command.read(waiting.array(), waiting.index() + TIME);
    waiting.skip(HEADER);
    byte[] body = waiting.take((int) length);
    return new Entry(
        micros * 1000, Messages.of(network).ofCode(command), body, HEADER + (int) length);
  }
}
