// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.i32le;
import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Chain;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.proof.Target;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.crypto.hash.Sha256;
import java.util.Arrays;

/**
 * The header of a block, 80 bytes. On merged-mining chains a proof of another chain's work may
 * follow (see {@link AuxPow}).
 *
 * @param auxPow that proof, or null
 */
public record BlockHeader(
    int version,
    byte[] previousBlock,
    byte[] merkleRoot,
    long time,
    long bits,
    long nonce,
    Raw auxPow) {
  /** Length of a header in bytes. */
  public static final int SIZE = 80;

  private static final int BITS_AT = 72;

  /** The last header that was hashed: each is asked for its hash and then for its work. */
  private static volatile Hashed lastHashed = new Hashed(new byte[0], new byte[0]);

  private static volatile Bits lastBits = new Bits(-1, null);

  private record Hashed(byte[] header, byte[] hash) {}

  private record Bits(long bits, byte[] target) {}

  /** The 80 bytes alone, with the block's hash beside; on any chain. */
  static final Sequence<BlockHeader> PLAIN =
      derived(
          Rows.of(BlockHeader.class)
              .field("version", i32le, BlockHeader::version, "rules and signals of the miner")
              .field("previous_block", Primitives.hash, BlockHeader::previousBlock, "the parent")
              .field("merkle_root", Primitives.hash, BlockHeader::merkleRoot, "of the txids")
              .field("time", Primitives.seconds, BlockHeader::time, "the miner's clock")
              .field("bits", u32le, BlockHeader::bits, "target: exponent in the top byte")
              .field("nonce", u32le, BlockHeader::nonce, "what the miner tried")
              .make("block_header", BlockHeader::new));

  /** How it looks on Bitcoin. */
  public static final Sequence<BlockHeader> WIRE = withWork(PLAIN);

  /** How it looks on a chain. */
  public static Sequence<BlockHeader> of(Chain chain) {
    Sequence<BlockHeader> plain = chain.has(Chain.Trait.AUXPOW) ? merged() : PLAIN;
    return chain.has(Chain.Trait.SHA256_WORK) ? withWork(plain) : plain;
  }

  private static Sequence<BlockHeader> merged() {
    return derived(
        Rows.of(BlockHeader.class)
            .field("version", i32le, BlockHeader::version, "256: auxpow follows; 65536: chain id")
            .field("previous_block", Primitives.hash, BlockHeader::previousBlock, "the parent")
            .field("merkle_root", Primitives.hash, BlockHeader::merkleRoot, "of the txids")
            .field("time", Primitives.seconds, BlockHeader::time, "the miner's clock")
            .field("bits", u32le, BlockHeader::bits, "target: exponent in the top byte")
            .field("nonce", u32le, BlockHeader::nonce, "what the miner tried")
            .field(
                "auxpow", AuxPow.WIRE, BlockHeader::auxPow, "another chain's work for this block")
            .make("block_header", BlockHeader::new)
            .onlyIf("auxpow", header -> (header.u32le() & AuxPow.MARK) != 0));
  }

  private static Sequence<BlockHeader> derived(Sequence<BlockHeader> rows) {
    return rows.derive(
            "hash",
            "the block's hash",
            (header, sink, at) -> {
              byte[] hash = hash(header);
              sink.hex(hash, 0, hash.length, true, at, at);
            })
        .deriveIf(
            "target",
            "what the bits stand for, highest byte first",
            header -> target(header) != null,
            (header, sink, at) -> {
              byte[] target = target(header);
              sink.hex(target, 0, target.length, false, at, at);
            });
  }

  private static Sequence<BlockHeader> withWork(Sequence<BlockHeader> rows) {
    return rows.derive(
        "meets_target",
        "whether the hash, or that of the parent that stands for it, is at most the target",
        (header, sink, at) -> {
          byte[] target = target(header);
          byte[] work =
              header.left() > SIZE
                  ? Sha256.twice(header.array(), header.index() + header.left() - SIZE, SIZE)
                  : hash(header);
          sink.bool(target != null && Target.isMet(work, target), at, at);
        });
  }

  /** A header without a proof of another chain's work. */
  public BlockHeader(
      int version, byte[] previousBlock, byte[] merkleRoot, long time, long bits, long nonce) {
    this(version, previousBlock, merkleRoot, time, bits, nonce, null);
  }

  /** The block's hash in digest order: SHA-256 twice over the 80 bytes. */
  public byte[] hash() {
    return Sha256.twice(toBytes());
  }

  /** The 80 bytes. */
  public byte[] toBytes() {
    Out out = new Out(SIZE);
    PLAIN.write(out, this);
    return out.toBytes();
  }

  /** Whether the hash is at most what the bits allow. */
  public boolean meetsTarget() {
    return Target.isMet(hash(), bits);
  }

  private static byte[] hash(In header) {
    byte[] array = header.array();
    int at = header.index();
    Hashed last = lastHashed;
    if (Arrays.equals(last.header, 0, last.header.length, array, at, at + SIZE)) {
      return last.hash;
    }
    byte[] hash = Sha256.twice(array, at, SIZE);
    lastHashed = new Hashed(Arrays.copyOfRange(array, at, at + SIZE), hash);
    return hash;
  }

  /** Thousands of headers in a row have the same. */
  private static byte[] target(In header) {
    long bits = new In(header.array(), header.index() + BITS_AT, 4).u32le();
    Bits last = lastBits;
    if (last.bits != bits) {
      last = new Bits(bits, Target.of(bits));
      lastBits = last;
    }
    return last.target;
  }
}
