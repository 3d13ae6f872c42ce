// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import java.time.Instant;

/** Names of processes: number and start, so that a number given again is no other's life. */
final class Workers {
  private Workers() {}

  /** The name of this process. */
  static String name() {
    return name(ProcessHandle.current());
  }

  private static String name(ProcessHandle process) {
    return process.pid()
        + "@"
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Whether the process of a name lives on this machine. */
  static boolean lives(String name) {
    int at = name.indexOf('@');
    try {
      return ProcessHandle.of(Long.parseLong(name.substring(0, Math.max(at, 0))))
          .filter(process -> name(process).equals(name))
          .isPresent();
    } catch (NumberFormatException e) {
      return true; // somebody else's way to name processes
    }
  }
}
