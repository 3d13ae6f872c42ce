// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The protobuf family on small schemas; bytes are from the encoding guide of protobuf.dev. */
class ProtobufTest {
  /** A message of one's own. */
  record Inner(long a) {
    static final Protobuf<Inner> WIRE =
        Protobuf.of(
            Rows.of(Inner.class)
                .field("a", Tags.uint32(1), Inner::a, "a number")
                .make("Inner", Inner::new));
  }

  /** One of each kind of field, typed. */
  record Every(
      long u32,
      long i64,
      boolean truth,
      long fix32,
      String text,
      byte[] bytes,
      Inner must,
      Inner always,
      Optional<Long> maybe,
      List<Inner> many,
      List<Long> packed,
      Optional<Inner> left) {
    static final Protobuf<Every> WIRE =
        Protobuf.of(
            Rows.of(Every.class)
                .field("u32", Tags.uint32(1), Every::u32, "d")
                .field("i64", Tags.int64(2), Every::i64, "d")
                .field("truth", Tags.bool(3), Every::truth, "d")
                .field("fix32", Tags.fixed32(4), Every::fix32, "d")
                .field("text", Tags.string(5, 20), Every::text, "d")
                .field("bytes", Tags.bytes(6), Every::bytes, "d")
                .field("must", Tags.required(7, Inner.WIRE), Every::must, "d")
                .field("always", Tags.always(8, Inner.WIRE), Every::always, "d")
                .field("maybe", Tags.optional(9, Scalars.fixed64), Every::maybe, "d")
                .field("many", Tags.repeated(16, Inner.WIRE, 5), Every::many, "d")
                .field("packed", Tags.packed(17, Scalars.sint64, 9), Every::packed, "d")
                .field("left", Tags.optional(20, Inner.WIRE), Every::left, "d")
                .make("Every", Every::new));
  }

  private static final Protobuf<Raw> CHOICE =
      Protobuf.of(
              Rows.rows()
                  .field("before", Tags.uint64(1), "d")
                  .field("number", Tags.optional(2, Scalars.uint32), "d")
                  .field("inner", Tags.optional(3, Inner.WIRE), "d")
                  .field("ratio", Tags.float64(4), "d")
                  .make("Choice"))
          .exactlyOne("number", "inner");

  private static final Single<byte[]> WRAPPED =
      Single.of("Wrapped", "two", Tags.required(1, Blob.bytes(2)), "two bytes");

  private static final Protobuf<Raw> LOOSE =
      Protobuf.of(
          Rows.rows()
              .field("w", Tags.required(1, WRAPPED), "d")
              .field("ws", Tags.repeated(2, WRAPPED, 100), "d")
              .field("numbers", Tags.repeated(3, Scalars.uint64, 100), "d")
              .make("Loose"));

  private static String json(Type<?> type, String hex) {
    Out out = new Out();
    Malformed fault = Body.write(type, Hex.parse(hex), out);
    String text = new String(out.toBytes(), StandardCharsets.UTF_8);
    return fault == null ? text : text + " " + fault.line();
  }

  private static String build(Type<?> type, String json) {
    Out out = new Out();
    type.build(JsonSource.parse(json), out);
    return Hex.of(out.toBytes());
  }

  @Test
  void everyKindOfFieldComesBackFromBytesAndFromJson() {
    for (Type<?> type : List.of(Every.WIRE, CHOICE, LOOSE)) {
      MessageKind kind = new MessageKind(type.name(), "1", () -> type, "a test");
      MessageChecks.readsAndWrites(type);
      MessageChecks.comesBackFromJson(kind);
      MessageChecks.cutAnywhere(kind);
      MessageChecks.damaged(kind);
    }
  }

  @Test
  void theGuidesExamplesAreRead() {
    assertEquals("{\"a\":150}", json(Inner.WIRE, "089601"));
    assertEquals(
        "{\"w\":\"abcd\",\"ws\":[],\"numbers\":[3,270,86942]}",
        json(LOOSE, "0a040a02abcd" + "1a06038e029ea705"));
    assertEquals(
        "{\"w\":\"abcd\",\"ws\":[],\"numbers\":[3,4]}", json(LOOSE, "0a040a02abcd" + "18031804"));
  }

  @Test
  void zeroIsShownAndNotWrittenExceptWhereAbsenceSaysSomething() {
    assertEquals("{\"a\":0}", json(Inner.WIRE, ""));
    assertEquals("", build(Inner.WIRE, "{\"a\":0}"));
    assertEquals("", build(Inner.WIRE, "{}"));
    assertEquals("1000", build(CHOICE, "{\"number\":0}"));
    assertEquals("{\"before\":0,\"number\":0,\"ratio\":0.0}", json(CHOICE, "1000"));
    Every zero =
        new Every(
            0,
            0,
            false,
            0,
            "",
            new byte[0],
            new Inner(0),
            new Inner(0),
            Optional.of(0L),
            List.of(),
            List.of(),
            Optional.empty());
    assertEquals("3a004200490000000000000000", Hex.of(Every.WIRE.toBytes(zero)));
    assertEquals(0, Every.WIRE.readAll(Hex.parse("3a00")).always().a());
    assertEquals("3a004200", Hex.of(Every.WIRE.canonical(Hex.parse("3a00"))));
  }

  @Test
  void aNegativeNumberTakesTenBytes() {
    assertEquals(
        "10ffffffffffffffffff01" + "3a004200", build(Every.WIRE, "{\"i64\":-1,\"must\":{}}"));
    assertEquals(-1, Every.WIRE.readAll(Hex.parse("10ffffffffffffffffff013a00")).i64());
  }

  @Test
  void theLastOneCountsAndWhatItReplacedIsShown() {
    String json =
        "{\"a\":2,\"unknown_fields\":[{\"number\":1,\"wire_type\":\"varint\",\"value\":1}]}";
    assertEquals(json, json(Inner.WIRE, "08010802"));
    assertEquals("08010802", build(Inner.WIRE, json));
    assertEquals(2, Inner.WIRE.readAll(Hex.parse("08010802")).a());
    assertTrue(json(CHOICE, "10051a00").contains("\"inner\":{\"a\":0}"));
    assertEquals("1a00", Hex.of(CHOICE.canonical(Hex.parse("10051a00"))));
  }

  @Test
  void unknownFieldsOfEveryWireTypeGoThroughJson() {
    String hex =
        "0801" + "5005" + "5d01020304" + "610102030405060708" + "6a02abcd" + "7308017a0074";
    String json = json(Inner.WIRE, hex);
    assertTrue(
        json.contains("{\"number\":12,\"wire_type\":\"fixed64\",\"value\":578437695752307201}"));
    assertTrue(json.contains("{\"number\":14,\"wire_type\":\"group\",\"value\":\"08017a00\"}"));
    assertEquals(hex, build(Inner.WIRE, json));
    assertEquals("0801", Hex.of(Inner.WIRE.canonical(Hex.parse(hex))));
  }

  @Test
  void anyOrderIsReadAndAscendingOrderIsRight() {
    assertEquals(
        "{\"w\":\"abcd\",\"ws\":[\"0102\",\"0304\"],\"numbers\":[]}",
        json(LOOSE, "12040a020102" + "0a040a02abcd" + "12040a020304"));
    assertEquals(
        "0a040a02abcd" + "12040a020102" + "12040a020304",
        Hex.of(LOOSE.canonical(Hex.parse("12040a020102" + "0a040a02abcd" + "12040a020304"))));
  }

  @Test
  void overlongVarintsAreReadAndShortened() {
    assertEquals("{\"a\":1}", json(Inner.WIRE, "8800" + "818000"));
    assertEquals("0801", Hex.of(Inner.WIRE.canonical(Hex.parse("8800" + "818000"))));
    assertEquals("{\"a\":1}", json(Inner.WIRE, "08" + "8180808010"));
    assertTrue(json(Inner.WIRE, "08" + "ff".repeat(10) + "01").contains("more than 64 bits"));
  }

  @Test
  void aLengthBeyondTheEndShowsWhatIsThere() {
    String cut = json(Every.WIRE, "0805" + "3a7f" + "0807");
    assertEquals(
        "{\"u32\":5,\"must\":{\"a\":7}} must: 127 bytes are announced, 2 are left (at byte 3)",
        cut);
    String huge = json(Every.WIRE, "3a" + "ffffffff0f" + "00");
    assertTrue(huge.endsWith("must: 4294967295 bytes are announced, 1 are left (at byte 1)"), huge);
    String many = json(Every.WIRE, "3a00" + "820104" + "0805");
    assertTrue(many.contains("\"many\":[{\"a\":5}"), many);
  }

  @Test
  void aKnownFieldWithAnotherWireTypeIsAFault() {
    String wrong = json(Every.WIRE, "0a0105" + "1007" + "3a00");
    assertTrue(wrong.startsWith("{\"i64\":7,") || wrong.startsWith("{\"u32\":0,\"i64\":7"), wrong);
    assertTrue(wrong.endsWith("u32: is length-delimited where varint belongs (at byte 0)"), wrong);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertTrue(json(Every.WIRE, "0805").endsWith("must: is missing (at byte 2)"));
    assertTrue(json(CHOICE, "0805").endsWith("none of number, inner is there (at byte 2)"));
    Malformed none = assertThrows(Malformed.class, () -> build(CHOICE, "{\"before\":1}"));
    assertTrue(none.line().contains("one of number, inner"), none.line());
    assertThrows(Malformed.class, () -> build(CHOICE, "{\"number\":1,\"inner\":{}}"));
    assertThrows(Malformed.class, () -> build(Every.WIRE, "{\"musst\":{}}"));
  }

  @Test
  void tagsThatAreNoneAreFaults() {
    for (String bad : List.of("00", "07", "0b", "0c", "80808080808001", "0e", "0f")) {
      assertTrue(json(Inner.WIRE, bad).contains("(at byte "), bad);
    }
    assertTrue(json(Inner.WIRE, "6b74").contains("the end of group 14 inside 13"));
  }

  @Test
  void nestingIsLimited() {
    Protobuf<Raw> type = Protobuf.of(Rows.rows().field("end", Tags.uint32(1), "d").make("Leaf"));
    byte[] bytes = {8, 1};
    for (int i = 0; i < 105; i++) {
      type = Protobuf.of(Rows.rows().field("in", Tags.required(1, type), "d").make("Level"));
      Out out = new Out().u8(10);
      Numbers.varint.put(out, bytes.length);
      bytes = out.bytes(bytes).toBytes();
    }
    Protobuf<Raw> deep = type;
    byte[] all = bytes;
    Malformed fault = assertThrows(Malformed.class, () -> deep.read(new In(all)));
    assertEquals(Malformed.Kind.LIMIT, fault.kind());
    String groups = json(Inner.WIRE, "73".repeat(101) + "74".repeat(101));
    assertTrue(groups.contains("nested more than 100 levels deep"), groups);
    String fine = "73".repeat(100) + "74".repeat(100);
    assertEquals(fine, build(Inner.WIRE, json(Inner.WIRE, fine)));
  }

  @Test
  void textMustBeUtf8() {
    assertTrue(json(Every.WIRE, "2a02c328" + "3a00").endsWith("text: no UTF-8 (at byte 2)"));
    assertTrue(json(Every.WIRE, "2a15" + "41".repeat(21) + "3a00").contains("limit of 20"));
  }

  @Test
  void aWrapperWithMoreThanItsValueIsShownAsItIs() {
    String hex = "0a07" + "0a02abcd" + "9a0100";
    String json = json(LOOSE, hex);
    assertEquals(
        "{\"w\":{\"two\":\"abcd\",\"unknown_fields\":["
            + "{\"number\":19,\"wire_type\":\"length-delimited\",\"value\":\"\"}]},"
            + "\"ws\":[],\"numbers\":[]}",
        json);
    assertEquals(hex, build(LOOSE, json));
    assertTrue(json(LOOSE, "0a00").endsWith("w.two: is missing (at byte 2)"));
    assertTrue(
        json(LOOSE, "0a030a01ab").contains("w: needs 1 more byte"), json(LOOSE, "0a030a01ab"));
    assertArrayEquals(Hex.parse("abcd"), WRAPPED.readAll(Hex.parse("0a02abcd")));
  }

  @Test
  void itemsAboveTheLimitAreRefused() {
    String six = "82010208" + "01";
    String all = "3a00" + six.repeat(6);
    assertTrue(
        json(Every.WIRE, all).endsWith("many[5]: more than 5 items (at byte 27)"),
        json(Every.WIRE, all));
  }
}
