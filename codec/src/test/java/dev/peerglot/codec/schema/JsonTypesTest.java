// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.codec.view.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTypesTest {
  private record Thing(String name, long count, List<byte[]> blobs, JsonVariant.Value mood) {}

  private static final JsonVariant MOOD =
      JsonVariant.of("Mood")
          .bare("Calm", "still")
          .holding(
              "Loud",
              JsonObject.of(Rows.rows().field("level", JsonNumbers.i32, "how").make("Loud")),
              "noisy");

  private static final JsonObject<Thing> THING =
      JsonObject.of(
          Rows.of(Thing.class)
              .field("name", JsonText.text(20), Thing::name, "who")
              .field("count", JsonNumbers.u64, Thing::count, "how many")
              .field(
                  "blobs",
                  JsonList.list(JsonBytes.numbers(Blob.rest(), 4), 3),
                  Thing::blobs,
                  "what")
              .field("mood", MOOD, Thing::mood, "how")
              .make("Thing", Thing::new));

  private static final String CANONICAL =
      "{\"name\":\"é\",\"count\":18446744073709551615,\"blobs\":[[1,255],[]],\"mood\":\"Calm\"}";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shown(Type<?> type, String text) {
    Out out = new Out();
    Malformed fault = Body.write(type, utf8(text), out);
    return new String(out.toBytes(), StandardCharsets.UTF_8)
        + (fault == null ? "" : " " + fault.line());
  }

  private static String rewritten(String text) {
    Out out = new Out();
    THING.write(out, THING.readAll(utf8(text)));
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void anyOrderSpacingAndSpellingIsReadAndOneIsWritten() {
    assertEquals(CANONICAL, rewritten(CANONICAL));
    assertEquals(
        CANONICAL,
        rewritten(
            " { \"mood\" : {\"Calm\":null} , \"blobs\": [ [ 1 , 255 ] , [ ] ],\n"
                + "\"count\" :18446744073709551615, \"extra\": {\"x\":[1]}, \"name\":\"\\u00e9\""
                + " }"));
    assertEquals(CANONICAL, rewritten("[\"é\", 18446744073709551615, [[1,255],[]], \"Calm\"]"));
  }

  @Test
  void unknownMembersAreShown() {
    assertEquals(
        "{\"extra\":{\"x\":[1,2.5e3,null,true,\"y\"]},\"name\":\"a\",\"count\":1,\"blobs\":[],"
            + "\"mood\":{\"Loud\":{\"level\":-7}}}",
        shown(
            THING,
            "{\"extra\":{\"x\":[1,2.5e3,null,true,\"y\"]},\"name\":\"a\",\"count\":1,\"blobs\":[],"
                + "\"mood\":{\"Loud\":{\"level\":-7}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\"}|{\"name\":\"a\"} field count is missing (at byte 11)",
        "{\"name\":\"a\",\"name\":\"b\"}|{\"name\":\"a\"} field name comes twice (at byte 12)",
        "{\"name\":5}|{} name: expected a string, not '5' (at byte 8)",
        "{\"count\":-1}|{} count: a number outside of 64 bits without a sign (at byte 9)",
        "{\"blobs\":[[1],[256]]}|{\"blobs\":[\"01\"]} blobs[1]: a number outside of 8 bits without"
            + " a sign (at byte 15)",
        "{\"blobs\":[\"00ff\"]}|{\"blobs\":[]} blobs[0]: expected [, not '\"' (at byte 10)",
        "{\"blobs\":[[],[],[],[]]}|{\"blobs\":[\"\",\"\",\"\"]} blobs: more than 3 items (at byte"
            + " 19)",
        "{\"blobs\":[[1,2,3,4,5]]}|{\"blobs\":[]} blobs[0]: more than 4 bytes (at byte 19)",
        "{\"mood\":\"Angry\"}|{} mood: unknown variant 'Angry'; there are Calm, Loud (at byte 8)",
        "{\"mood\":\"Loud\"}|{} mood: variant Loud without its content (at byte 8)",
        "{\"mood\":{\"Loud\":{\"level\":1},\"x\":1}}|{\"mood\":{\"Loud\":{\"level\":1}}} mood:"
            + " expected }, not ',' (at byte 27)",
        "[\"a\",1,[],\"Calm\",5]|{\"name\":\"a\",\"count\":1,\"blobs\":[],\"mood\":\"Calm\"} more"
            + " items than Thing has fields (at byte 17)",
        "7|{} expected an object, not '7' (at byte 0)",
      })
  void faultsHavePathAndPlaceAndLoseNothing(String text, String expected) {
    assertEquals(expected, shown(THING, text));
  }

  @Test
  void textThatIsNoUtf8IsShownAndRefused() {
    byte[] text = utf8("{\"name\":\"a?b\"}");
    text[10] = (byte) 0xff;
    Out out = new Out();
    Malformed fault = Body.write(THING, text, out);
    assertEquals("{\"name\":\"a\\udcffb\"}", new String(out.toBytes(), StandardCharsets.UTF_8));
    assertEquals("name: byte 1 of the text is no UTF-8 (at byte 8)", fault.line());
    assertThrows(Malformed.class, () -> THING.read(new In(text)));
  }

  @Test
  void peopleMayWriteItInJson() {
    Out out = new Out();
    THING.build(
        JsonSource.parse(
            "{\"count\":\"7\",\"name\":\"\\u0007\\u001f/\",\"blobs\":[\"01ff\"],\"mood\":{\"Loud\":{\"level\":1}}}"),
        out);
    assertEquals(
        "{\"name\":\"\\u0007\\u001f/\",\"count\":7,\"blobs\":[[1,255]],\"mood\":{\"Loud\":{\"level\":1}}}",
        new String(out.toBytes(), StandardCharsets.UTF_8));
    Malformed fault =
        assertThrows(
            Malformed.class, () -> THING.build(JsonSource.parse("{\"nam\":\"a\"}"), new Out()));
    assertEquals("no field 'nam' here; did you mean name?", fault.line());
  }

  /** Places of values inside of the numbers are those of the numbers in the text. */
  @Test
  void placesInsideOfNumbersAreThoseOfTheText() {
    Type<?> inner =
        Rows.rows()
            .field("size", Bincode.usize, "two numbers")
            .field("text", Text.text(Bincode.usize, 9), "three")
            .make("inner");
    String json = "{\"it\": [ 251,  44, 1, 2, 104, 105 ]}";
    Type<?> outer =
        JsonObject.of(Rows.rows().field("it", JsonBytes.numbers(inner, 99), "it").make("outer"));
    Tree tree = Tree.of(outer, utf8(json));
    assertNull(tree.fault());
    Tree.Node it = tree.root().children().getFirst();
    assertEquals("300", it.children().get(0).value());
    assertEquals(
        "251,  44, 1", json.substring(it.children().get(0).from(), it.children().get(0).to()));
    assertEquals("\"hi\"", it.children().get(1).value());
    assertEquals(
        "2, 104, 105", json.substring(it.children().get(1).from(), it.children().get(1).to()));
    Tree cut = Tree.of(outer, utf8("{\"it\":[251,44,1,9,104]}"));
    assertEquals("it.text: needs 8 more bytes, has 1 (at byte 18)", cut.fault().line());
    Tree left = Tree.of(outer, utf8("{\"it\":[5,1,104,77,78]}"));
    assertEquals("it: 2 bytes left over (at byte 15)", left.fault().line());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "250, fa",
    "251, fbfb00",
    "65535, fbffff",
    "65536, fc00000100",
    "4294967295, fcffffffff",
    "4294967296, fd0000000001000000",
    "-1, fdffffffffffffffff"
  })
  void bincodeNumbers(long value, String hex) {
    assertEquals(hex, Hex.of(Bincode.usize.toBytes(value)));
    assertEquals(value, Bincode.usize.readAll(Hex.parse(hex)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "10, 14",
    "-10, 13",
    "125, fa",
    "126, fbfc00",
    "-126, fbfb00",
    "-1, 01",
    "2147483647, fcfeffffff",
    "-2147483648, fcffffffff"
  })
  void bincodeSignedNumbers(int value, String hex) {
    assertEquals(hex, Hex.of(Bincode.i32.toBytes(value)));
    assertEquals(value, Bincode.i32.readAll(Hex.parse(hex)));
    assertEquals(value, Bincode.i64.readAll(Hex.parse(hex)));
  }

  @Test
  void bincodeOfTheWidestAndOfWrongWidths() {
    assertEquals(Long.MIN_VALUE, Bincode.i64.readAll(Hex.parse("fdffffffffffffffff")));
    assertEquals("fdffffffffffffffff", Hex.of(Bincode.i64.toBytes(Long.MIN_VALUE)));
    assertEquals(5, Bincode.usize.readAll(Hex.parse("fb0500")), "longer than needed");
    for (String bad : new String[] {"fe00000000000000000000000000000000", "ff"}) {
      assertThrows(Malformed.class, () -> Bincode.usize.readAll(Hex.parse(bad)));
    }
    assertThrows(Malformed.class, () -> Bincode.i32.readAll(Hex.parse("fd0000000000000000")));
  }
}
