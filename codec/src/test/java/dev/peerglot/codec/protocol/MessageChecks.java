// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSink;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.codec.view.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What must hold for a message of any protocol, from samples that its type makes. */
public final class MessageChecks {
  private static final int SAMPLES = 60;

  private MessageChecks() {}

  /** A check for each message and part of a catalogue. */
  public static List<DynamicTest> each(
      String label, Catalogue catalogue, Consumer<MessageKind> check) {
    List<DynamicTest> tests = new ArrayList<>();
    Stream.concat(catalogue.all().stream(), catalogue.parts().values().stream())
        .forEach(
            kind ->
                tests.add(
                    DynamicTest.dynamicTest(label + " " + kind.name(), () -> check.accept(kind))));
    assertFalse(tests.isEmpty());
    return tests;
  }

  /** A sample; the same for the same seed. */
  public static byte[] sample(Type<?> type, int seed) {
    Out out = new Out();
    type.sample(new SplittableRandom(seed), out);
    return out.toBytes();
  }

  /** The JSON of sound bytes. */
  public static String json(Type<?> type, byte[] bytes) {
    Out out = new Out();
    type.walk(new In(bytes), new JsonSink(out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  /** Reading and writing gives the same bytes. */
  public static <T> void readsAndWrites(Type<T> type) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      byte[] bytes = sample(type, seed);
      In in = new In(bytes);
      T value = type.read(in);
      assertEquals(0, in.left(), () -> "left over of " + Hex.of(bytes));
      assertEquals(Hex.of(bytes), Hex.of(type.toBytes(value)));
      In walked = new In(bytes);
      type.walk(walked, Deaf.SINK);
      assertEquals(0, walked.left());
    }
  }

  /** So does the way through JSON. */
  public static void comesBackFromJson(MessageKind kind) {
    Type<?> type = kind.type();
    for (int seed = 0; seed < SAMPLES; seed++) {
      byte[] bytes = sample(type, seed);
      String json = json(type, bytes);
      Out back = new Out();
      type.build(JsonSource.parse(json), back);
      assertEquals(Hex.of(bytes), Hex.of(back.toBytes()), json);
    }
  }

  /** A message cut anywhere shows what was before the cut, as JSON and as a tree alike. */
  public static void cutAnywhere(MessageKind kind) {
    Type<?> type = kind.type();
    for (int seed = 0; seed < 12; seed++) {
      byte[] bytes = sample(type, seed);
      for (int cut = 0; cut < bytes.length; cut = cut < 512 ? cut + 1 : cut * 2) {
        byte[] part = Arrays.copyOf(bytes, cut);
        Out out = new Out();
        Malformed fault = Body.write(type, part, out);
        JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
        Tree tree = Tree.of(type, part);
        assertEquals(fault == null, tree.fault() == null);
      }
    }
  }

  /** Everything is explained. */
  public static void explained(MessageKind kind) {
    assertFalse(kind.doc().isBlank());
    if (kind.type() instanceof Sequence<?> sequence) {
      for (Field<?, ?> field : sequence.fields()) {
        assertFalse(field.doc().isBlank(), field.name());
      }
    }
    assertNotNull(kind.type().name());
  }

  /** Damaged bytes give faults and nothing else, and not much output. */
  public static void damaged(MessageKind kind) {
    Type<?> type = kind.type();
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = mutate(sample(type, round % 20), random);
      Out out = new Out();
      try {
        Body.write(type, bytes, out);
        Tree.of(type, bytes);
      } catch (RuntimeException | StackOverflowError e) {
        fail("on " + Hex.of(bytes), e);
      }
      String text = new String(out.toBytes(), StandardCharsets.UTF_8);
      assertTrue(JsonSource.parse(text) != null);
      assertTrue(out.size() < 4096 + bytes.length * 200, "output far larger than its input");
    }
  }

  static byte[] mutate(byte[] sample, SplittableRandom random) {
    byte[] bytes = sample.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        case 1 -> bytes[random.nextInt(bytes.length)] = (byte) 0xff;
        case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        default -> {
          int at = random.nextInt(bytes.length);
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 3);
          System.arraycopy(bytes, at, longer, at + 3, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
