// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;

/**
 * A capture that cannot be read on: what is wrong and at which byte of the file.
 *
 * <p>Everything before that byte has been delivered when this is thrown.
 */
public final class CaptureFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** The kinds of trouble that a capture can be in. */
  public enum Kind {
    /** The first bytes are those of no capture format that is known. */
    NOT_A_CAPTURE,
    /** The file ends in the middle of a packet or block. */
    CUT,
    /** A length or number in the file contradicts its format. */
    MALFORMED,
    /** A packet or block is larger than the reader takes. */
    LIMIT
  }

  private final Kind kind;
  private final long offset;
  private final String reason;

  /**
   * Creates a fault.
   *
   * @param kind the kind of trouble
   * @param source the name of the file or stream
   * @param offset the byte of the (decompressed) file where the trouble starts
   * @param reason what is wrong there, without place
   */
  public CaptureFault(Kind kind, String source, long offset, String reason) {
    super(source + ": byte " + offset + ": " + reason);
    this.kind = kind;
    this.offset = offset;
    this.reason = reason;
  }

  /** Returns the kind of trouble. */
  public Kind kind() {
    return kind;
  }

  /** Returns the byte of the (decompressed) file where the trouble starts. */
  public long offset() {
    return offset;
  }

  /** Returns what is wrong, without place. */
  public String reason() {
    return reason;
  }
}
