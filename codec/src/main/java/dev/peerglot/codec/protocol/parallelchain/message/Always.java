// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.random.RandomGenerator;

/**
 * What is true of every object of a kind and takes no bytes: tells the kind from another in JSON.
 */
final class Always implements Type<Boolean> {
  static final Always always = new Always();

  private Always() {}

  @Override
  public String name() {
    return "always";
  }

  @Override
  public int atLeast() {
    return 0;
  }

  @Override
  public Boolean read(In in) {
    return true;
  }

  @Override
  public void write(Out out, Boolean value) {}

  @Override
  public void walk(In in, Sink sink) {
    sink.bool(true, in.at(), in.at());
  }

  @Override
  public void build(Source source, Out out) {
    if (!source.bool()) {
      throw source.wrong("true");
    }
  }

  @Override
  public void sample(RandomGenerator random, Out out) {}
}
