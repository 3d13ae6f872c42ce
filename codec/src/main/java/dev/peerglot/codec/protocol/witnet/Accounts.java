// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Single;
import dev.peerglot.codec.schema.Tags;
import dev.peerglot.codec.text.Bech32;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;

/**
 * Accounts of one chain. An account is the first 20 bytes of SHA-256 of a public key; people write
 * it in Bech32 behind the chain's prefix, without a version.
 */
public final class Accounts {
  private static final int SIZE = 20;

  /** {@code PublicKeyHash}: an account, written as its address. */
  public final Single<byte[]> publicKeyHash;

  /** {@code KeyedSignature}, with the account of its key. */
  public final Protobuf<Raw> keyedSignature;

  /** {@code ValueTransferOutput}. */
  public final Protobuf<Raw> valueTransferOutput;

  /** The accounts of a chain with that prefix. */
  public Accounts(String prefix) {
    publicKeyHash =
        Single.of(
            "PublicKeyHash",
            "hash",
            Tags.required(
                1,
                Leaf.of(
                    "address",
                    SIZE,
                    Accounts::read,
                    Out::bytes,
                    hash -> Bech32.encodeBytes(prefix, hash),
                    text -> parse(prefix, text),
                    random -> {
                      byte[] hash = new byte[SIZE];
                      random.nextBytes(hash);
                      return hash;
                    })),
            "first 20 bytes of SHA-256 of a public key");
    keyedSignature =
        Protobuf.of(
            Rows.rows()
                .field(
                    "signature",
                    Tags.required(1, Primitives.signature),
                    "of the object's hash, without another one")
                .field("public_key", Tags.required(2, Primitives.publicKey), "who signed")
                .make("KeyedSignature")
                .derive(
                    "signer",
                    "the account of the public key",
                    (object, sink, at) ->
                        sink.text(Bech32.encodeBytes(prefix, signer(object)), at, at)));
    valueTransferOutput =
        Protobuf.of(
            Rows.rows()
                .field("pkh", Tags.required(1, publicKeyHash), "who gets it")
                .field("value", Tags.uint64(2), "nanowit")
                .field(
                    "time_lock",
                    Tags.uint64(3),
                    "not before, in seconds since 1970; 0: at once; of an unstake: seconds to wait")
                .make("ValueTransferOutput"));
  }

  private static byte[] read(In in) {
    if (in.left() != SIZE) {
      throw Malformed.wrong("an account of " + in.left() + " bytes, not " + SIZE, in.at());
    }
    return in.bytes(SIZE);
  }

  /** An address of the chain, or 40 hex digits. */
  private static byte[] parse(String prefix, String text) {
    byte[] hash;
    try {
      hash = text.matches("[0-9a-fA-F]{40}") ? Hex.parse(text) : Bech32.decodeBytes(prefix, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(prefix + "1… or 40 hex digits", e);
    }
    if (hash.length != SIZE) {
      throw new IllegalArgumentException(prefix + "1… of 20 bytes");
    }
    return hash;
  }

  private byte[] signer(In keyedSignature) {
    return of(Primitives.publicKey.read(this.keyedSignature.window(keyedSignature, "public_key")));
  }

  /** The DER bytes of a {@code KeyedSignature}. */
  public byte[] der(In signature) {
    In kind =
        Primitives.signature.window(keyedSignature.window(signature, "signature"), "Secp256k1");
    return Primitives.secp256k1Signature.window(kind, "der").rest();
  }

  /** The account of a public key. */
  public static byte[] of(byte[] publicKey) {
    return Arrays.copyOf(Sha256.of(publicKey), SIZE);
  }
}
