// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli;

/** The entry point. */
public final class Main {
  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.out.println("peerglot");
  }
}
