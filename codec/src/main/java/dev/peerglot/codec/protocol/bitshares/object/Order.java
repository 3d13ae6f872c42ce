// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.varint;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;

/**
 * The C++ order of the elements of a set. Each element has a sort key at the front of its bytes;
 * keys are compared as unsigned bytes, and elements with equal keys count as one.
 */
interface Order {
  /** The sort key of an element; the window begins with it and may hold more. */
  byte[] of(In element);

  /** Object instances and indices of a static_variant. */
  Order VARINT = in -> number(varint.get(in));

  /** One byte. */
  Order BYTE = in -> number(in.u8());

  /** Two bytes. */
  Order U16 = in -> number(in.u16le());

  /** Times. */
  Order U32 = in -> number(in.u32le());

  /** Object ids of any type. */
  Order U64 = in -> number(in.i64le());

  /** Signed numbers. */
  Order I64 = in -> number(in.i64le() ^ Long.MIN_VALUE);

  /** Votes: by instance, whatever their kind. */
  Order VOTE = in -> number(in.u32le() >>> 8);

  /** Addresses. */
  Order BYTES_20 = in -> in.bytes(20);

  /** Digests. */
  Order BYTES_32 = in -> in.bytes(32);

  /** Text by its bytes. */
  Order TEXT = in -> in.bytes((int) varint.get(in));

  /** Public keys: by address. */
  Order KEY = in -> PublicKeys.addressOf(in.bytes(33));

  private static byte[] number(long value) {
    return new Out(8).i64be(value).toBytes();
  }
}
