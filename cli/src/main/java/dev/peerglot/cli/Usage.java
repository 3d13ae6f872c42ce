// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

/** A command that stops with one line and a status. Carries no stack trace: it is an answer. */
public final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  private Usage(int status, String line) {
    super(line, null, false, false);
    this.status = status;
  }

  /** The command line is wrong. */
  public static Usage wrong(String line) {
    return new Usage(ExitStatus.USAGE, line);
  }

  /** The input is bad. */
  public static Usage badInput(String line) {
    return new Usage(ExitStatus.BAD_INPUT, line);
  }

  /** Any other end, with its status. */
  public static Usage end(int status, String line) {
    return new Usage(status, line);
  }

  /** The exit status. */
  public int status() {
    return status;
  }
}
