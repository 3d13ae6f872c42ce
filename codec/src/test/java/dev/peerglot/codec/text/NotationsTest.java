// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.codec.bytes.Hex;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notations against vectors of their specifications. */
class NotationsTest {
  /** RFC 4648, section 10, in lower case and without padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, my",
    "fo, mzxq",
    "foo, mzxw6",
    "foob, mzxw6yq",
    "fooba, mzxw6ytb",
    "foobar, mzxw6ytboi"
  })
  void base32(String bytes, String text) {
    assertEquals(text, Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII)));
    assertEquals(bytes, new String(Base32.decode(text), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "mz1w", "mx", "mzxw6y0b"})
  void base32Refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Base32.decode(text));
  }

  /** Bitcoin Core's net_tests. */
  @ParameterizedTest
  @CsvSource({
    "79bcc625184b05194975c28b66b66b0469f7f6556fb1ac3189a79b40dda32f1f,"
        + "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion",
    "53cd5648488c4707914182655b7664034e09e66f7e8cbf1084e654eb56c5bd88,"
        + "kpgvmscirrdqpekbqjsvw5teanhatztpp2gl6eee4zkowvwfxwenqaid.onion",
    "d69f9d191032e2901da4084841a7053b31af590587c7eb350e43a15da82298c7,"
        + "22pz2giqglrjahnebbeedjyfhmy26wifq7d6wnioioqv3kbctddraead.onion"
  })
  void onionVersion3(String key, String name) {
    assertEquals(name, Onion.v3(Hex.parse(key)));
    assertEquals(key, Hex.of(Onion.parseV3(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscsad.onion",
        "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscrye.onion",
        "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscry.onion",
        "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd"
      })
  void onionRefuses(String name) {
    assertThrows(IllegalArgumentException.class, () -> Onion.parseV3(name));
  }

  @Test
  void i2p() {
    String hash = "a2894dabaec08c0051a481a6dac88b64f98232ae42d4b6fd2fa81952dfe36a87";
    String name = "ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p";
    assertEquals(name, I2p.of(Hex.parse(hash)));
    assertEquals(hash, Hex.of(I2p.parse(name)));
    assertThrows(IllegalArgumentException.class, () -> I2p.parse("ukeu3k5o.b32.i2p"));
  }

  /** RFC 5952. */
  @ParameterizedTest
  @CsvSource({
    "20010db8000000000000000000000001, 2001:db8::1, 2001:DB8:0:0:0:0:0:1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1, 2001:db8::1:1:1:1:1",
    "20010000000000010000000000000001, 2001:0:0:1::1, 2001:0:0:1:0:0:0:1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1, 2001:db8:0:0:1::1",
    "00000000000000000000000000000000, ::, 0:0:0:0:0:0:0:0",
    "00000000000000000000000000000001, ::1, 0::1",
    "fe800000000000000000000000000000, fe80::, fe80:0:0:0:0:0:0:0",
    "00000000000000000000ffffcb007107, ::ffff:cb00:7107, ::ffff:203.0.113.7",
    "1a1b2a2b3a3b4a4b5a5b6a6b7a7b8a8b, 1a1b:2a2b:3a3b:4a4b:5a5b:6a6b:7a7b:8a8b,"
        + " 1A1B:2a2b:3a3b:4a4b:5a5b:6a6b:7a7b:8a8b"
  })
  void ipv6(String bytes, String text, String other) {
    assertEquals(text, Ip.v6(Hex.parse(bytes)));
    assertEquals(bytes, Hex.of(Ip.parseV6(text)));
    assertEquals(bytes, Hex.of(Ip.parseV6(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "::12345",
        "g::",
        ":1::",
        "1:2:3:4:5:6:7:8::",
        "::1.2.3",
        "1.2.3.4::"
      })
  void ipv6Refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ip.parseV6(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3", "1.2.3.256", "1.2.3.4.5", "1..2.3", "1.2.3.x", "0001.2.3.4"})
  void ipv4Refuses(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ip.parseV4(text));
  }

  @Test
  void anyAddressComesBack() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      byte[] address = new byte[16];
      random.nextBytes(address);
      for (int j = random.nextInt(12); j > 0; j--) {
        address[random.nextInt(16)] = 0;
      }
      assertArrayEquals(address, Ip.parseV6(Ip.v6(address)));
      assertArrayEquals(address, Ip.parse(Ip.either(address)));
    }
  }

  /** BIP 173 and BIP 350. */
  @ParameterizedTest
  @CsvSource({
    "bc, 0, 751e76e8199196d454941c45d1b3a323f1433bd6, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "tb, 0, 1863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262,"
        + " tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
    "bc, 1, 751e76e8199196d454941c45d1b3a323f1433bd6751e76e8199196d454941c45d1b3a323f1433bd6,"
        + " bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
    "bc, 16, 751e, bc1sw50qgdz25j",
    "bc, 1, 79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798,"
        + " bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "bc, 1, 4e73, bc1pfeessrawgf"
  })
  void segwitAddresses(String prefix, int version, String program, String address) {
    assertEquals(address, Bech32.encode(prefix, version, Hex.parse(program)));
    Bech32.Witness witness = Bech32.decode(prefix, address);
    assertEquals(version, witness.version());
    assertEquals(program, Hex.of(witness.program()));
    assertEquals(
        program,
        Hex.of(Bech32.decode(prefix, address.toUpperCase(java.util.Locale.ROOT)).program()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
        "bc1pw5dgrnzv",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
        "bc1gmk9yu",
        "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
      })
  void segwitRefuses(String address) {
    assertThrows(IllegalArgumentException.class, () -> Bech32.decode("bc", address));
  }

  /** CashAddr specification, translation of legacy addresses. */
  @ParameterizedTest
  @CsvSource({
    "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu, 0,"
        + " bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    "3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC, 1,"
        + " bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq"
  })
  void cashAddresses(String legacy, int kind, String address) {
    byte[] payload = Base58Check.decode(legacy);
    byte[] hash = java.util.Arrays.copyOfRange(payload, 1, 21);
    assertEquals(kind == 0 ? 0 : 5, payload[0]);
    assertEquals(legacy, Base58Check.encode(payload[0], hash));
    assertEquals(address, CashAddr.encode("bitcoincash", kind, hash));
    assertEquals(Hex.of(hash), Hex.of(CashAddr.decode("bitcoincash", address)).substring(2));
    String bare = address.substring(address.indexOf(':') + 1);
    assertEquals(kind << 3, CashAddr.decode("bitcoincash", bare)[0]);
    assertThrows(
        IllegalArgumentException.class, () -> CashAddr.decode("bchtest", "bchtest:" + bare));
  }

  @Test
  void base58CheckRefusesOneLetterWrong() {
    String address = "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu";
    for (int i = 0; i < address.length(); i++) {
      char other = address.charAt(i) == 'z' ? 'y' : 'z';
      String wrong = address.substring(0, i) + other + address.substring(i + 1);
      assertThrows(IllegalArgumentException.class, () -> Base58Check.decode(wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> Base58Check.decode("1".repeat(200)));
  }

  @Test
  void timesAreThoseOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 5000; i++) {
      long seconds = random.nextLong(-100_000_000_000L, 300_000_000_000L);
      assertEquals(Instant.ofEpochSecond(seconds).toString(), IsoTime.seconds(seconds));
    }
    for (long day = 0; day < 2_932_896; day += 61) {
      assertEquals(Instant.ofEpochSecond(day * 86_400).toString(), IsoTime.seconds(day * 86_400));
    }
    assertEquals("1970-01-01T00:00:00Z", IsoTime.seconds(0));
    assertEquals("2000-02-29T23:59:59Z", IsoTime.seconds(951_868_799));
    assertEquals("9999-12-31T23:59:59Z", IsoTime.seconds(253_402_300_799L));
  }
}
