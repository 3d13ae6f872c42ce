// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.JsonTokens;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bytes as a JSON list of numbers from 0 to 255, as serde writes a byte vector, and the value that
 * they encode. Places are those of the numbers in the JSON text, so that a fault deep inside names
 * the byte of the message.
 */
public final class JsonBytes<T> implements Type<T> {
  private final Type<T> inner;
  private final int max;

  private JsonBytes(Type<T> inner, int max) {
    this.inner = inner;
    this.max = max;
  }

  /** At most {@code max} bytes that are one value of a type. */
  public static <T> JsonBytes<T> numbers(Type<T> inner, int max) {
    return new JsonBytes<>(inner, max);
  }

  /**
   * The bytes with their places.
   *
   * @param places where each number begins in the text; the last one is the closing bracket
   * @param ends where each number ends
   */
  private record Found(byte[] bytes, int[] places, int[] ends) implements Relay.Places {
    @Override
    public int begin(int at) {
      return places[Math.clamp(at, 0, bytes.length)];
    }

    @Override
    public int end(int at) {
      return at <= 0 ? places[0] : ends[Math.min(at, bytes.length) - 1];
    }
  }

  @Override
  public String name() {
    return "numbers(" + inner.name() + ")";
  }

  @Override
  public int atLeast() {
    return 2;
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("", inner, "at most " + max + " bytes"));
  }

  private Found find(In in) {
    JsonTokens.take(in, '[');
    byte[] bytes = new byte[64];
    int[] places = new int[65];
    int[] ends = new int[64];
    int size = 0;
    if (JsonTokens.next(in) != ']') {
      do {
        int at = JsonTokens.at(in);
        if (size == max) {
          throw Malformed.limit("more than " + max + " bytes", at);
        }
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * size);
          places = Arrays.copyOf(places, 2 * size + 1);
          ends = Arrays.copyOf(ends, 2 * size);
        }
        places[size] = at;
        bytes[size] = (byte) JsonTokens.whole(in, 8, false);
        ends[size++] = in.at();
      } while (JsonTokens.tryTake(in, ','));
    }
    places[size] = JsonTokens.at(in);
    JsonTokens.take(in, ']');
    return new Found(Arrays.copyOf(bytes, size), places, ends);
  }

  @Override
  public T read(In in) {
    Found found = find(in);
    try {
      return inner.readAll(found.bytes);
    } catch (Malformed e) {
      throw e.moved(found.begin(e.at()));
    }
  }

  @Override
  public void write(Out out, T value) {
    numbers(out, inner.toBytes(value));
  }

  private static void numbers(Out out, byte[] bytes) {
    out.u8('[');
    for (int i = 0; i < bytes.length; i++) {
      out.utf8(i == 0 ? "" : ",").utf8(Integer.toString(bytes[i] & 0xff));
    }
    out.u8(']');
  }

  @Override
  public void walk(In in, Sink sink) {
    Found found = find(in);
    In bytes = new In(found.bytes);
    try {
      inner.walk(bytes, sink == Deaf.SINK ? sink : new Relay(sink, found));
    } catch (Malformed e) {
      throw e.moved(found.begin(e.at()));
    }
    if (bytes.left() > 0) {
      throw Malformed.wrong(bytes.left() + " bytes left over", found.begin(bytes.at()));
    }
  }

  @Override
  public void build(Source source, Out out) {
    Out bytes = new Out();
    inner.build(source, bytes);
    if (bytes.size() > max) {
      throw source.wrong("at most " + max + " bytes");
    }
    numbers(out, bytes.toBytes());
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    Out bytes = new Out();
    inner.sample(random, bytes);
    numbers(out, bytes.toBytes());
  }
}
