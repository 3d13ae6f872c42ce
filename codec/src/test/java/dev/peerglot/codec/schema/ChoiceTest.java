// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static dev.peerglot.codec.schema.Numbers.u16be;
import static dev.peerglot.codec.schema.Numbers.u8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSink;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.codec.view.Tree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static Choice choice(ChoiceForm form) {
    return Choice.of("shape", u8, form)
        .arm("point", () -> Rows.none("point"), "no size")
        .arm("square", () -> Rows.rows().field("side", u16be, "length").make("square"), "one size")
        .arm(9, "raw", () -> Blob.bytes(2), "two bytes");
  }

  private static final Choice PAIR = choice(ChoiceForm.PAIR);
  private static final Choice NAMED = choice(ChoiceForm.NAMED);

  private static String json(Type<?> type, String hex) {
    Out out = new Out();
    type.walk(new In(Hex.parse(hex)), new JsonSink(out));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  private static String hex(Type<?> type, String json) {
    Out out = new Out();
    type.build(JsonSource.parse(json), out);
    return Hex.of(out.toBytes());
  }

  @Test
  void asTagAndValue() {
    assertEquals("[0,{}]", json(PAIR, "00"));
    assertEquals("[1,{\"side\":258}]", json(PAIR, "010102"));
    assertEquals("[9,\"c0de\"]", json(PAIR, "09c0de"));
    assertEquals("010102", hex(PAIR, "[1,{\"side\":258}]"));
    assertEquals("010102", hex(PAIR, "[\"square\",{\"side\":258}]"));
    assertEquals("010102", hex(PAIR, "[\"1\",{\"side\":258}]"));
    assertEquals("00", hex(PAIR, "[0]"));
  }

  @Test
  void asNameAndValue() {
    assertEquals("{\"point\":{}}", json(NAMED, "00"));
    assertEquals("{\"square\":{\"side\":258}}", json(NAMED, "010102"));
    assertEquals("010102", hex(NAMED, "{\"square\":{\"side\":258}}"));
  }

  @Test
  void readsAndWrites() {
    byte[] bytes = Hex.parse("09c0de");
    Choice.Chosen chosen = PAIR.readAll(bytes);
    assertEquals("raw", chosen.arm().name());
    assertArrayEquals(Hex.parse("c0de"), (byte[]) chosen.value());
    assertArrayEquals(bytes, PAIR.toBytes(chosen));
  }

  @Test
  void anUnknownTagIsShownWithWhatIsLeft() {
    for (Choice type : new Choice[] {PAIR, NAMED}) {
      Out out = new Out();
      Malformed fault = Body.write(type, Hex.parse("05aabb"), out);
      String json = new String(out.toBytes(), StandardCharsets.UTF_8);
      assertEquals(type == PAIR ? "[5,\"aabb\"]" : "{\"5\":\"aabb\"}", json);
      assertEquals("shape 5 is not known, nor what follows it (at byte 0)", fault.line());
      assertEquals("05aabb", hex(type, json));
    }
    assertThrows(Malformed.class, () -> PAIR.readAll(Hex.parse("05aabb")));
  }

  @Test
  void otherTextIsRefused() {
    for (String wrong : new String[] {"[]", "[0,{},1]", "{}", "[-1,{}]", "[1.5,{}]", "[true,{}]"}) {
      assertThrows(Malformed.class, () -> hex(PAIR, wrong), wrong);
    }
    for (String wrong : new String[] {"[0,{}]", "{}", "{\"point\":{},\"raw\":\"00ff\"}"}) {
      assertThrows(Malformed.class, () -> hex(NAMED, wrong), wrong);
    }
    Malformed near = assertThrows(Malformed.class, () -> hex(PAIR, "[\"sqare\",{}]"));
    assertTrue(near.line().contains("did you mean square?"), near.line());
  }

  @Test
  void faultsNameTheArmAndTheTreeItsTag() {
    Malformed fault = assertThrows(Malformed.class, () -> json(PAIR, "0101"));
    assertEquals("square.side", fault.path());
    Tree tree = Tree.of(PAIR, Hex.parse("010102"));
    assertEquals("square", tree.root().children().getFirst().meaning());
  }

  @Test
  void armsAreDeclaredOnce() {
    assertThrows(
        IllegalArgumentException.class,
        () -> choice(ChoiceForm.PAIR).arm(9, "again", () -> u8, "the same tag"));
    assertEquals(3, PAIR.parts().size());
    assertEquals(9, PAIR.arm("raw").tag());
  }

  private static final class Nested {
    private static final Choice TYPE =
        Choice.of("nested", u8, ChoiceForm.PAIR)
            .deepest(3, 10)
            .arm("end", () -> Rows.none("end"), "no more")
            .arm("more", () -> Nested.TYPE, "one more");
  }

  @Test
  void nestingTakesFromABudget() {
    assertEquals("[1,[1,[0,{}]]]", json(Nested.TYPE, "010100"));
    Malformed fault = assertThrows(Malformed.class, () -> json(Nested.TYPE, "01010100"));
    assertEquals(Malformed.Kind.LIMIT, fault.kind());
    assertEquals("[0,{}]", json(Nested.TYPE, "00"));
  }

  @Test
  void pairsAreListsOfTwo() {
    Pair<Integer, Integer> pair = Pair.pair(u8, u16be);
    assertEquals("[1,515]", json(pair, "010203"));
    assertEquals("010203", hex(pair, "[1,515]"));
    assertEquals(new Pair.Of<>(1, 515), pair.readAll(Hex.parse("010203")));
    assertThrows(Malformed.class, () -> hex(pair, "[1]"));
    assertThrows(Malformed.class, () -> hex(pair, "{}"));
  }
}
