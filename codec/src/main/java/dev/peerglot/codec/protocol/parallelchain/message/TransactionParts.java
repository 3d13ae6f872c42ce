// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.crypto.curve.SeenSignatures;
import dev.peerglot.crypto.hash.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What follows from the bytes of a sound transaction.
 *
 * @param array the bytes around it; not to be changed
 * @param from index of the signer
 * @param to index behind the hash
 * @param version 1 or 2
 */
public record TransactionParts(byte[] array, int from, int to, int version) {
  private static final int HASH = 32;
  private static final int TAIL = 64 + HASH;

  /**
   * What is signed. Version 1: the transaction with zeros for signature and hash. Version 2: the
   * byte 2 and the transaction without them.
   */
  public byte[] signedBytes() {
    Out out = new Out(to - from + 1);
    if (version == 2) {
      return out.u8(2).bytes(array, from, to - TAIL - from).toBytes();
    }
    return out.bytes(array, from, to - TAIL - from).zeros(TAIL).toBytes();
  }

  /** Whether the signer signed it. */
  public boolean isSigned() {
    byte[] signer = Arrays.copyOfRange(array, from, from + PublicAddress.SIZE);
    byte[] signature = Arrays.copyOfRange(array, to - TAIL, to - HASH);
    return SeenSignatures.verify(signer, signedBytes(), signature);
  }

  /** Whether its hash is the SHA-256 of its signature. */
  public boolean isHashed() {
    byte[] hash = Sha256.of(array, to - TAIL, TAIL - HASH);
    return Arrays.equals(hash, 0, HASH, array, to - HASH, to);
  }

  /** Whether one of its commands is a Deploy. */
  boolean isDeploying() {
    return !deploys().isEmpty();
  }

  /**
   * The addresses of the contracts that it deploys: SHA-256 of signer, nonce and, in version 2, the
   * index of the command as four bytes, low byte first.
   */
  public List<byte[]> contracts() {
    List<byte[]> addresses = new ArrayList<>();
    for (int index : deploys()) {
      Out out = new Out(44).bytes(array, from, PublicAddress.SIZE + 8);
      addresses.add(Sha256.of((version == 2 ? out.u32le(index) : out).toBytes()));
    }
    return addresses;
  }

  private List<Integer> deploys() {
    In in = new In(array, from, to - from);
    in.take(PublicAddress.SIZE + 8);
    List<Integer> indices = new ArrayList<>();
    int count = (int) in.u32le();
    for (int i = 0; i < count; i++) {
      if (in.peek() == Commands.DEPLOY) {
        indices.add(i);
      }
      Commands.command.walk(in, Deaf.SINK);
    }
    return indices;
  }
}
