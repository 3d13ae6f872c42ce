// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link MessageKernels} and divides by the length of each message. */
public final class Kernels {
  private Kernels() {}

  /**
   * Measures.
   *
   * @param arguments messages; all without any
   */
  public static void main(String[] arguments) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(MessageKernels.class.getName() + "\\.")
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-XX:+UseSerialGC");
    if (arguments.length > 0) {
      options.param("message", arguments);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      String message = result.getParams().getParam("message");
      int size = MessageKernels.size(message);
      System.out.printf(
          Locale.ROOT,
          "%-8s %-6s %8d bytes  %8.1f MB/s  %6.2f allocated per byte%n",
          message,
          result.getPrimaryResult().getLabel(),
          size,
          size / result.getPrimaryResult().getScore(),
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / size);
    }
  }
}
