// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.hash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedAndTaggedTest {

  private static final HexFormat HEX = HexFormat.of();

  /** The first and the best known of the reference's vectors: key 00..0f, data 00.. */
  @Test
  void sipHash() {
    byte[] counting = counting(64);
    SipHash keyed = SipHash.keyed(counting);
    assertEquals(0x726fdb47dd0e0e31L, keyed.of(counting, 0, 0));
    assertEquals(0x74f839c593dc67fdL, keyed.of(counting, 0, 1));
    assertEquals(0x93f5f5799a932462L, keyed.of(counting, 0, 8));
    assertEquals(0xa129ca6149be45e5L, keyed.of(counting, 0, 15));
    assertEquals(0xa129ca6149be45e5L, keyed.of(Arrays.copyOf(counting, 15)));
    assertEquals(
        0xa129ca6149be45e5L,
        new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L).of(Arrays.copyOf(counting, 15)));
    assertThrows(IllegalArgumentException.class, () -> SipHash.keyed(new byte[15]));
    assertThrows(IndexOutOfBoundsException.class, () -> keyed.of(counting, 60, 5));
  }

  /** The short id of a compact block: BIP 152 over the id 00..1f. */
  @Test
  void sipHashOfACompactBlock() {
    long hash = new SipHash(0x4254968700db5decL, 0x83c161ef0d364708L).of(counting(32));
    assertEquals(0xec21bbe9d759L, hash & 0xffffffffffffL);
  }

  /** RFC 4231, test cases 1 and 2, and the well-known tag of nothing under no key. */
  @Test
  void hmacSha256() {
    HmacSha256 jefe = new HmacSha256("Jefe".getBytes(StandardCharsets.US_ASCII));
    byte[] question = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    for (int round = 0; round < 2; round++) {
      assertEquals(
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
          HEX.formatHex(jefe.of(question)));
    }
    assertEquals(
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        HEX.formatHex(
            new HmacSha256(HEX.parseHex("0b".repeat(20)))
                .of(
                    "Hi ".getBytes(StandardCharsets.US_ASCII),
                    new byte[] {84, 104, 101, 114, 101})));
    assertEquals(
        "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad",
        HEX.formatHex(new HmacSha256(new byte[0]).of()));
  }

  /** Bitcoin Core's hash_tests. */
  @Test
  void murmur3() {
    murmur3(0x00000000, 0, "");
    murmur3(0x6a396f08, 0xfba4c795, "");
    murmur3(0x81f16f39, -1, "");
    murmur3(0x514e28b7, 0, "00");
    murmur3(0xea3f0b17, 0xfba4c795, "00");
    murmur3(0xfd6cf10d, 0, "ff");
    murmur3(0x16c6b7ab, 0, "0011");
    murmur3(0x8eb51c3d, 0, "001122");
    murmur3(0xb4471bf8, 0, "00112233");
    murmur3(0xe2301fa8, 0, "0011223344");
    murmur3(0x8034d2a0, 0, "0011223344556677");
    murmur3(0xb4698def, 0, "001122334455667788");
  }

  private static void murmur3(int expected, int seed, String hex) {
    assertEquals(expected, Murmur3.of(seed, HEX.parseHex(hex)), hex);
  }

  @Test
  void taggedHashIsSha256OfTheTagTwiceAndTheMessage() {
    String tag = "98f15cda57c93e51b1aff022215ca652855bc791bad28d1ed7674c994004ae63";
    assertArrayEquals(
        Sha256.of(HEX.parseHex(tag + tag + "0102")),
        new TaggedHash("bip324_ellswift_xonly_ecdh").of(new byte[] {1}, new byte[] {2}));
  }

  /** Bitcoin's first address belongs to this key. */
  @Test
  void hash160() {
    byte[] key =
        HEX.parseHex(
            "04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb6"
                + "49f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f");
    assertEquals("62e907b15cbf27d5425399ebf6f0fb50ebb88f18", HEX.formatHex(Hash160.of(key)));
  }

  /** A Tor v3 address of Bitcoin Core's net_tests: its checksum, then its version. */
  @Test
  void sha3OfATorAddress() {
    byte[] checksum =
        Sha3.of(
            ".onion checksum".getBytes(StandardCharsets.US_ASCII),
            HEX.parseHex("79bcc625184b05194975c28b66b66b0469f7f6556fb1ac3189a79b40dda32f1f"),
            new byte[] {3});
    assertEquals("2147", HEX.formatHex(checksum, 0, 2));
  }

  /** FIPS 202 and the original Keccak submission, of nothing. */
  @Test
  void sha3AndKeccakDiffer() {
    assertEquals(
        "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
        HEX.formatHex(Sha3.of()));
    assertEquals(
        "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
        HEX.formatHex(Keccak256.of()));
  }

  @Test
  void keccakCopiesGoOnAlone() {
    byte[] input = counting(300);
    Keccak256 running = new Keccak256().update(input, 0, 150);
    assertArrayEquals(Keccak256.of(Arrays.copyOf(input, 150)), running.copy().digest());
    assertArrayEquals(Keccak256.of(input), running.update(input, 150, 150).digest());
    assertArrayEquals(Keccak256.of(), running.digest());
    assertThrows(IndexOutOfBoundsException.class, () -> running.update(input, 299, 2));
  }

  /** RFC 7693, appendix A. */
  @Test
  void blake2b() {
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
            + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
        HEX.formatHex(Blake2b.of(64, abc)));
    assertEquals(
        "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
        HEX.formatHex(Blake2b.of(32, new byte[0])));
    assertThrows(IllegalArgumentException.class, () -> Blake2b.of(0, abc));
    assertThrows(IllegalArgumentException.class, () -> Blake2b.of(65, abc));
  }

  private static byte[] counting(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
