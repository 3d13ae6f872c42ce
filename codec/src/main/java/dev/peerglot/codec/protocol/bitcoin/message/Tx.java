// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.crypto.hash.Sha256;
import java.util.List;

/**
 * A transaction ({@code tx}), as {@link TxType} reads it.
 *
 * @param version 32 bits, unsigned
 * @param inputs what it spends
 * @param outputs what it pays
 * @param witness one stack an input, or empty for a transaction without witnesses
 * @param lockTime the first block or, from 500,000,000 on, second in which it is valid
 * @param extension what a coin's own transactions carry beside (Litecoin's MWEB part, Dash's
 *     payload), or null
 */
public record Tx(
    long version,
    List<Input> inputs,
    List<Output> outputs,
    List<List<byte[]>> witness,
    long lockTime,
    byte[] extension) {

  /** The layout of Bitcoin, with addresses of the main chain. */
  public static final TxType WIRE = new TxType(Chain.BITCOIN, true);

  /** A transaction without anything of another coin. */
  public Tx(
      long version,
      List<Input> inputs,
      List<Output> outputs,
      List<List<byte[]>> witness,
      long lockTime) {
    this(version, inputs, outputs, witness, lockTime, null);
  }

  /**
   * What is spent.
   *
   * @param outpoint which output
   * @param scriptSig what unlocks it, unless a witness does
   * @param sequence the input's own lock, or a signal
   */
  public record Input(OutPoint outpoint, byte[] scriptSig, long sequence) {}

  /**
   * What is paid.
   *
   * @param value satoshi
   * @param scriptPubKey who can spend it
   */
  public record Output(long value, byte[] scriptPubKey) {}

  /** The bytes without witnesses: what the txid is the hash of. */
  public byte[] stripped() {
    Out out = new Out(256);
    out.u32le(version);
    TxType.writeBody(out, this);
    out.u32le(lockTime);
    if (extension != null && TxType.isSpecial(version)) {
      Primitives.bytes.write(out, extension);
    }
    return out.toBytes();
  }

  /** The id in digest order: SHA-256 twice over the bytes without witnesses. */
  public byte[] txid() {
    return Sha256.twice(stripped());
  }

  /** The id with witnesses in digest order; that of a transaction without any is its txid. */
  public byte[] wtxid() {
    return Sha256.twice(WIRE.toBytes(this));
  }

  /** Three times the size without witnesses, and once the whole size. */
  public int weight() {
    return 3 * stripped().length + WIRE.toBytes(this).length;
  }

  /** A quarter of the weight, rounded up. */
  public int virtualSize() {
    return (weight() + 3) / 4;
  }
}
