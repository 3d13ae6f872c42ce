// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/**
 * {@code memo_data} ({@code memo.cpp}). Encrypted with AES-256-CBC under SHA-512 of the nonce's
 * digits and the hex of SHA-512 of the two keys' common X; inside are four bytes of the text's
 * SHA-256 and the text. Where {@code from} is no key (33 zeros) the message is four zeros and clear
 * text.
 */
final class Memo {
  /** How it looks. */
  static final Sequence<Raw> memo =
      Rows.rows()
          .field("from", PublicKeys.key, "memo key of the sender; zeros: not encrypted")
          .field("to", PublicKeys.key, "memo key of the receiver")
          .field("nonce", u64le, "makes each memo's key its own")
          .field("message", Words.bytes, "checksum and text, encrypted")
          .make("memo_data");

  private Memo() {}
}
