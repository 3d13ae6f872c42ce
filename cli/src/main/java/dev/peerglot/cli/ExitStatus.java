// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

import dev.peerglot.codec.session.Verdict;

/** The exit status of commands; see docs/records.md. */
public final class ExitStatus {
  /** All right. */
  public static final int OK = 0;

  /** The peer said no: full, wrong network, rejected. */
  public static final int REFUSED_BY_PEER = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** The peer was not reached. */
  public static final int NOT_REACHED = 3;

  /** The handshake or the protocol failed. */
  public static final int FAILED = 4;

  /** Input data are bad; what was good has been printed. */
  public static final int BAD_INPUT = 5;

  /** Time ran out. */
  public static final int TIME_OUT = 6;

  /** Something in this program went wrong ({@code EX_SOFTWARE} of sysexits). */
  public static final int BROKEN = 70;

  /** Interrupted from the keyboard. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}

  /** The status of a verdict. */
  public static int of(Verdict verdict) {
    return switch (verdict) {
      case REACHED -> OK;
      case FULL, WRONG_NETWORK -> REFUSED_BY_PEER;
      case REFUSED, UNREACHABLE, PROXY_ERROR, NOT_DIALLED -> NOT_REACHED;
      case TIMEOUT, SILENT -> TIME_OUT;
      case HUNG_UP, PROTOCOL_ERROR, CRYPTO_ERROR -> FAILED;
    };
  }
}
