// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import java.util.Map;

/** The values of options that peer URLs and the command line give to a network. */
public final class NetworkOption {
  private NetworkOption() {}

  /** The bytes of an option, as {@code magic=fabfb5da}: exactly {@code size} of them. */
  public static byte[] hex(Map.Entry<String, String> option, int size) {
    byte[] bytes = hex(option);
    if (bytes.length != size) {
      throw Malformed.wrong(
          "option '" + option.getKey() + "' is " + size + " bytes in hex, not " + bytes.length, -1);
    }
    return bytes;
  }

  /** The bytes of an option, any number of them. */
  public static byte[] hex(Map.Entry<String, String> option) {
    try {
      return Hex.parse(option.getValue());
    } catch (Malformed e) {
      throw Malformed.wrong(
          "option '" + option.getKey() + "' wants bytes in hex: " + e.getMessage(), -1);
    }
  }
}
