// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts as text, as kinds and as addresses. */
class ScriptTest {
  private static final AddressFormat MAIN = new AddressFormat(0, 5, "bc");

  private static String asm(String hex) {
    byte[] script = Hex.parse(hex);
    return text(Script.asm(script, 0, script.length));
  }

  private static String text(Out asm) {
    return new String(asm.toBytes(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "00, 0",
    "4f516052, -1 1 16 2",
    "0105, 5",
    "0185, -5",
    "02e803, 1000",
    "04ffffff7f, 2147483647",
    "04ffffffff, -2147483647",
    "0500000000ff, 00000000ff",
    "6a0568656c6c6f, OP_RETURN 68656c6c6f",
    "4c03010203, 197121",
    "4d0500aabbccddee, aabbccddee",
    "4e05000000aabbccddee, aabbccddee",
    "05aabb, [error]",
    "764c, OP_DUP [error]",
    "764effffffff, OP_DUP [error]",
    "b1b2baff, OP_CHECKLOCKTIMEVERIFY OP_CHECKSEQUENCEVERIFY OP_CHECKSIGADD OP_INVALIDOPCODE",
    "bbc0, OP_UNKNOWN OP_UNKNOWN",
    "50626566898a, OP_RESERVED OP_VER OP_VERIF OP_VERNOTIF OP_RESERVED1 OP_RESERVED2",
    "a9aaacadaeafb0b3b9, OP_HASH160 OP_HASH256 OP_CHECKSIG OP_CHECKSIGVERIFY OP_CHECKMULTISIG"
        + " OP_CHECKMULTISIGVERIFY OP_NOP1 OP_NOP4 OP_NOP10",
    "616768696b6d6e6f707172737478798b8f939fa5a8ab, OP_NOP OP_ELSE OP_ENDIF OP_VERIFY OP_TOALTSTACK"
        + " OP_2DROP OP_2DUP OP_3DUP OP_2OVER OP_2ROT OP_2SWAP OP_IFDUP OP_DEPTH OP_OVER OP_PICK"
        + " OP_1ADD OP_NEGATE OP_ADD OP_LESSTHAN OP_WITHIN OP_SHA256 OP_CODESEPARATOR"
  })
  void asAssembler(String hex, String text) {
    assertEquals(text, asm(hex));
  }

  /** The two inputs of the example of BIP 143 and a public key. */
  @Test
  void signaturesOfInputsSayWhatTheySign() {
    String der =
        "30450221008b9d1dc26ba6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be0220"
            + "40529b194ba3f9281a99f2b1c0a19c0489bc22ede944ccf4ecbab4cc618ef3ed";
    for (String[] type :
        new String[][] {{"01", "[ALL]"}, {"82", "[NONE|ANYONECANPAY]"}, {"03", "[SINGLE]"}}) {
      byte[] script = Hex.parse("48" + der + type[0] + "51");
      assertEquals(der + type[1] + " 1", text(Script.asmOfInput(script, 0, script.length)));
      assertEquals(der + type[0] + " 1", text(Script.asm(script, 0, script.length)));
    }
    byte[] unknown = Hex.parse("48" + der + "05");
    assertEquals(der + "05", text(Script.asmOfInput(unknown, 0, unknown.length)));
    byte[] longer = Hex.parse("49" + der + "0001");
    assertEquals(der + "0001", text(Script.asmOfInput(longer, 0, longer.length)));
  }

  @ParameterizedTest
  @CsvSource({
    "76a914751e76e8199196d454941c45d1b3a323f1433bd688ac, pubkeyhash,"
        + " 1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH",
    "a914748284390f9e263a4b766a75d0633c50426eb87587, scripthash,"
        + " 3CK4fEwbMP7heJarmU4eqA3sMbVJyEnU3V",
    "0014751e76e8199196d454941c45d1b3a323f1433bd6, witness_v0_keyhash,"
        + " bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262,"
        + " witness_v0_scripthash, bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3",
    "512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798, witness_v1_taproot,"
        + " bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "51024e73, anchor, bc1pfeessrawgf",
    "6002751e, witness_unknown, bc1sw50qgdz25j",
    "0003751e76, nonstandard, ",
    "6a, nulldata, ",
    "6a0568656c6c6f, nulldata, ",
    "6a05aa, nonstandard, ",
    "6a76, nonstandard, ",
    "210279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798ac, pubkey, ",
    "5121039be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f8179aa51ae, multisig, ",
    "5221039be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f8179aa51ae, nonstandard, ",
    "5151ae, nonstandard, ",
    "ae, nonstandard, ",
    "'', nonstandard, "
  })
  void kindsAndAddresses(String hex, String kind, String address) {
    byte[] script = Hex.parse(hex);
    assertEquals(kind, ScriptKind.of(script, 0, script.length).word());
    assertEquals(address, MAIN.address(script));
    if (address != null) {
      assertEquals(hex, Hex.of(MAIN.script(address)));
    }
  }

  @Test
  void addressesAreThoseOfTheirNetwork() {
    byte[] script = Hex.parse("76a914751e76e8199196d454941c45d1b3a323f1433bd688ac");
    AddressFormat test = new AddressFormat(111, 196, "tb");
    assertEquals("mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r", test.address(script));
    assertThrows(
        IllegalArgumentException.class, () -> MAIN.script("mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r"));
    assertNull(new AddressFormat(30, 22, "").address(Hex.parse("51024e73")));
    AddressFormat cash = new AddressFormat(0, 5, "", "bitcoincash");
    String address = cash.address(script);
    assertEquals("bitcoincash:", address.substring(0, 12));
    assertEquals(Hex.of(script), Hex.of(cash.script(address)));
    assertEquals(Hex.of(script), Hex.of(cash.script("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH")));
  }

  @ParameterizedTest
  @CsvSource({
    "OP_DUP OP_HASH160 751e76e8199196d454941c45d1b3a323f1433bd6 OP_EQUALVERIFY OP_CHECKSIG,"
        + " 76a914751e76e8199196d454941c45d1b3a323f1433bd688ac",
    "0 1 -1 16 17 -128 1000, 00514f60011102808002e803",
    "OP_RETURN 68656c6c6f, 6a0568656c6c6f"
  })
  void fromAssembler(String text, String hex) {
    assertEquals(hex, Hex.of(Script.parse(text)));
  }

  @Test
  void wordsThatAreNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Script.parse("OP_DUPE"));
  }

  @Test
  void anyBytesHaveAText() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 3000; i++) {
      byte[] script = new byte[random.nextInt(80)];
      random.nextBytes(script);
      if (script.length > 1 && random.nextBoolean()) {
        script[script.length - 1] = (byte) 0xae;
        script[script.length - 2] = (byte) (0x50 + random.nextInt(18));
        script[0] = (byte) (0x50 + random.nextInt(18));
      }
      Script.asmOfInput(script, 0, script.length);
      MAIN.address(script);
    }
  }
}
