// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitshares.message.Objects;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.curve.Secp256k1;
import dev.peerglot.crypto.hash.Ripemd160;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Ids, roots and signers of known blocks. */
class BlocksTest {
  /** Block 1 of mainnet, as explorers show it. */
  private static final String BLOCK_1 =
      "000000000000000000000000000000000000000048111d560800000000000000000000000000000000000000"
          + "00001f53542bb60f1f7a653bac70d6b1613e73b9adc952031e30e591e601dd60d493ba5c9a832e155f"
          + "f0c40ea1dd53512e9f93bf65a8191497ea67d701bc2502f93af7";

  private static final String ID_1 = "00000001b656820f72f6b28cda811778632d4998";

  /**
   * A block of three transactions behind block 1, computed with the same rules by another program,
   * and its id: order, transfer with memo, cancellation.
   */
  private static final String BLOCK_2 =
      "00000001b656820f72f6b28cda811778632d49984b111d5608126a9e17f085ccc8e26d77549ca984"
          + "8a714b3afd002078b918b3d59369bb41209239ed920067d401cb0abc869515c44084bed4d11d1754"
          + "6c6149cb3e6ac6dea50499a4251232b23477e25b827bd9f51d3ee7ce7d7b1f03f68585abf4dce7c8"
          + "045701016400000000000000001da086010000000000001027000000000000693d343c5700000001"
          + "1f75cbfd49ae8d9b04af76cc0a7de8b6e30b71167db7fe8e2197ef9d858df1877043493bc24ffdaa"
          + "ffe592357831c978fd8a296b913979f106debe940d60d77b5001010500000000000701f68585abf4"
          + "dce7c804570100000000000000000000000140420f0000000000040102c0ded2bc1f1305fb0faac5"
          + "e6c03ee3a1924234985427b6167ca569d13df435cf02c0ded2bc1f1305fb0faac5e6c03ee3a19242"
          + "34985427b6167ca569d13df435cf8c94d19817945c5120fa5b6e83079a878e499e2e52a76a7739e9"
          + "de40986a8e3bd8a68ce316cee50b210000011f39e3fa7071b795491e3b6851d61e7c959be92cc7de"
          + "b5d8491cf1c3c8c99a1eb44553c348fb8f5001a78b18233ac66727e32fc776d48e92d9639d64f68e"
          + "6419480100f68585abf4dce7c804570102000000000000000000688095030000011f3fb754814f39"
          + "10c1a8845486b86057d2b4588ae559b4c3810828c0d4cbec0e5b23517937cd7e0cc5ee8999d0777a"
          + "f7fe56d3c4b2e587421bfb7400d4efdae97a0102a0860100000000000000000002425075f148373c"
          + "4d91a47e74a3fd1ae1";

  @Test
  void blockOneOfMainnet() {
    BlockParts block = BlockParts.at(new In(Hex.parse(BLOCK_1)));
    assertEquals(1, block.number());
    assertEquals(
        "73260bfe91b26749bbb219fcabf874751657ca597a0f811f663bdf26f5662190", Hex.of(block.digest()));
    assertEquals(ID_1, Hex.of(block.id()));
    assertEquals(
        "BTS6ZQEFsPmG6jWspNDdZHkehNmPpG7gkSHkphmRZQWaJ2LrcaVSi",
        PublicKeys.spell(block.signee().orElseThrow(), KeyPrefix.MAIN));
  }

  @Test
  void blockOneInJson() {
    String json =
        """
        {"previous":"0000000000000000000000000000000000000000","timestamp":"2015-10-13T14:12:24",\
        "witness":"1.6.8","transaction_merkle_root":"0000000000000000000000000000000000000000",\
        "extensions":[],"witness_signature":"1f53542bb60f1f7a653bac70d6b1613e73b9adc952031e30e591e\
        601dd60d493ba5c9a832e155ff0c40ea1dd53512e9f93bf65a8191497ea67d701bc2502f93af7",\
        "transactions":[]}\
        """;
    assertEquals(json, Texts.json(Blocks.signed, BLOCK_1 + "00"));
    assertEquals(BLOCK_1 + "00", Texts.hex(Blocks.signed, json));
  }

  /** Block 10000 of the sister chain GXChain, in the same layout. */
  @Test
  void blockOfASisterChain() {
    byte[] block =
        Texts.bytes(
            Blocks.signedHeader,
            """
            {"previous":"0000270f5b219bc4c6996f2cca89b23ef653a2b0",
            "timestamp":"2017-06-10T22:53:45","witness":"1.6.23",
            "transaction_merkle_root":"0000000000000000000000000000000000000000",
            "witness_signature":"204e95ba3f871d8f670cc8088d5f563704c9c0c8acd42a80077bd7c6a47ecde0\
            95633e6a614c7f73830d972c3b617d5c01e8e0e151bfc489a327103597d3f0c244"}\
            """);
    assertEquals(
        "000027100ef5386d4ea4481dc302401de66fe358", Hex.of(BlockParts.at(new In(block)).id()));
  }

  @Test
  void aBlockOfThreeTransactions() {
    byte[] message = Hex.parse(BLOCK_2);
    assertEquals(569, message.length);
    JsonSource fields = fields(message);
    JsonSource block = (JsonSource) fields.field("block");
    assertEquals(ID_1, block.field("previous").text());
    assertEquals(3, block.field("transactions").size());
    assertEquals(
        "00000002425075f148373c4d91a47e74a3fd1ae1", fields.field("computed_block_id").text());
    assertEquals(fields.field("block_id").text(), fields.field("computed_block_id").text());
    assertTrue(fields.field("block_id_matches").bool());
    assertEquals(2, fields.field("block_num").whole().intValueExact());
    assertEquals(
        "126a9e17f085ccc8e26d77549ca9848a714b3afd", fields.field("computed_merkle_root").text());
    assertTrue(fields.field("merkle_root_matches").bool());
    assertEquals(
        "cd58893d5c255ec7e1d1d88aa8274bac8215f0326e6d1d093755a9f3034ac377",
        fields.field("signing_digest").text());
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 0x55);
    assertEquals(
        PublicKeys.spell(Secp256k1.publicKey(secret), KeyPrefix.MAIN),
        fields.field("signee").text());
    assertEquals("fbd12a5f98490428d02b19aa7e0b89759a277073", Hex.of(Ripemd160.of(message)));
    assertEquals(BLOCK_2, Texts.hex(Objects.BLOCK, Texts.json(Objects.BLOCK, message)));
  }

  private static JsonSource fields(byte[] message) {
    Out out = new Out();
    Body.write(Objects.BLOCK, message, out);
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }
}
