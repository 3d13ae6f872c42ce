// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.cipher;

import java.util.Optional;

/**
 * The packets of one direction of a BIP 324 connection.
 *
 * <pre>
 *  3 bytes  length n of the contents, little-endian, under {@link FsChaCha20}
 *  1 byte   header: 0x80 says decoy, the other bits are sent zero   } under
 *  n bytes  contents                                                } {@link FsChaCha20Poly1305}
 * 16 bytes  tag
 * </pre>
 *
 * <p>To open a packet, call {@link #openLength} once, then {@link #open} once that many bytes and
 * {@link #HEADER_SIZE} + {@link #TAG_SIZE} more are there. An instance either seals or opens, and
 * belongs to one thread.
 */
public final class Bip324Cipher {

  /** Length of the encrypted length in bytes. */
  public static final int LENGTH_SIZE = 3;

  /** Length of the header in bytes. */
  public static final int HEADER_SIZE = 1;

  /** Length of the tag in bytes. */
  public static final int TAG_SIZE = FsChaCha20Poly1305.TAG_SIZE;

  /** How many bytes a packet is longer than its contents. */
  public static final int OVERHEAD = LENGTH_SIZE + HEADER_SIZE + TAG_SIZE;

  /** Longest contents in bytes that the length can say; Core takes 4,000,013 at most. */
  public static final int MAXIMUM_CONTENTS = (1 << 24) - 1;

  /** The header bit of packets that are to be authenticated and then ignored. */
  public static final int DECOY = 0x80;

  private final FsChaCha20 lengths;
  private final FsChaCha20Poly1305 packets;

  /**
   * A direction before its first packet.
   *
   * @throws IllegalArgumentException if a key is not 32 bytes
   */
  public Bip324Cipher(byte[] lengthKey, byte[] packetKey) {
    this(new FsChaCha20(lengthKey), new FsChaCha20Poly1305(packetKey));
  }

  private Bip324Cipher(FsChaCha20 lengths, FsChaCha20Poly1305 packets) {
    this.lengths = lengths;
    this.packets = packets;
  }

  /**
   * Seals the next packet.
   *
   * @param header 0 or {@link #DECOY}; all eight bits are sent as given
   * @param contents up to {@link #MAXIMUM_CONTENTS} bytes
   * @param associated the garbage that this side sent, with its first packet; else no bytes
   * @throws IllegalArgumentException if the header is not one byte or the contents are too long
   */
  public byte[] seal(int header, byte[] contents, byte[] associated) {
    int length = contents.length;
    if (length > MAXIMUM_CONTENTS || header < 0 || header > 0xff) {
      throw new IllegalArgumentException(
          "a packet holds a header of one byte and at most " + MAXIMUM_CONTENTS + " bytes");
    }
    byte[] plain = {(byte) length, (byte) (length >> 8), (byte) (length >> 16)};
    byte[] sealedLength = lengths.crypt(plain, 0, LENGTH_SIZE);
    byte[] sealed = packets.encrypt(associated, new byte[] {(byte) header}, contents);
    byte[] packet = new byte[LENGTH_SIZE + sealed.length];
    System.arraycopy(sealedLength, 0, packet, 0, LENGTH_SIZE);
    System.arraycopy(sealed, 0, packet, LENGTH_SIZE, sealed.length);
    return packet;
  }

  /**
   * Decrypts the 3 bytes at {@code offset}: how long the contents of the next packet claim to be.
   * They are not authenticated before the packet is.
   *
   * @throws IndexOutOfBoundsException if there are not 3 bytes; no step is taken then
   */
  public int openLength(byte[] input, int offset) {
    byte[] plain = lengths.crypt(input, offset, LENGTH_SIZE);
    return plain[0] & 0xff | (plain[1] & 0xff) << 8 | (plain[2] & 0xff) << 16;
  }

  /**
   * Opens the rest of the packet: {@code length} bytes from {@code offset}, from its header to its
   * tag. Gives the header byte and the contents behind it, or nothing if the tag does not fit or
   * there is no room for a header.
   *
   * @param associated the garbage that the other side sent, with its first packet; else no bytes
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public Optional<byte[]> open(byte[] input, int offset, int length, byte[] associated) {
    return length < HEADER_SIZE + TAG_SIZE
        ? Optional.empty()
        : packets.decrypt(associated, input, offset, length);
  }

  /** Gives up the packet whose length was opened: the rest of it is not there. */
  public void skip() {
    packets.skip();
  }

  /**
   * What the lengths of the next {@code count} packets are encrypted with: XOR with the three bytes
   * as a little-endian number gives the length. Takes no step.
   */
  public int[] lengthMasks(int count) {
    FsChaCha20 later = lengths.copy();
    byte[] zeros = new byte[LENGTH_SIZE];
    int[] masks = new int[count];
    for (int i = 0; i < count; i++) {
      byte[] mask = later.crypt(zeros, 0, LENGTH_SIZE);
      masks[i] = mask[0] & 0xff | (mask[1] & 0xff) << 8 | (mask[2] & 0xff) << 16;
    }
    return masks;
  }

  /**
   * Whether these bytes are the packet that comes {@code packets} behind the next one, from its
   * header to its tag, with no associated bytes. Takes no step.
   */
  public boolean isLater(int packets, byte[] input, int offset, int length) {
    return length >= HEADER_SIZE + TAG_SIZE
        && this.packets.ahead(packets).decrypt(new byte[0], input, offset, length).isPresent();
  }

  /** A cipher of its own that stands that many packets behind this one. */
  public Bip324Cipher ahead(int count) {
    FsChaCha20 later = lengths.copy();
    for (int i = 0; i < count; i++) {
      later.crypt(new byte[LENGTH_SIZE], 0, LENGTH_SIZE);
    }
    return new Bip324Cipher(later, packets.ahead(count));
  }
}
