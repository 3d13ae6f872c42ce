// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

/** How the value of a protobuf field is delimited: the low three bits of a tag, in their order. */
public enum WireType {
  /** Groups of seven bits. */
  VARINT("varint"),
  /** Eight bytes. */
  FIXED64("fixed64"),
  /** A length and that many bytes. */
  LENGTH("length-delimited"),
  /** Fields up to the end tag of the same number; out of use since proto2. */
  GROUP("group"),
  /** The end of a group. */
  END_GROUP("end of a group"),
  /** Four bytes. */
  FIXED32("fixed32");

  private static final WireType[] ALL = values();

  private final String word;

  WireType(String word) {
    this.word = word;
  }

  /** The type of a tag's low bits, or null for 6 and 7, which no tag has. */
  static WireType of(int bits) {
    return bits < ALL.length ? ALL[bits] : null;
  }

  /** The type that JSON calls so, or null. */
  static WireType named(String word) {
    for (WireType type : ALL) {
      if (type.word.equals(word) && type != END_GROUP) {
        return type;
      }
    }
    return null;
  }

  /** What people call it. */
  public String word() {
    return word;
  }
}
