// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitshares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.Bare;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown of the same bytes on several chains. */
class ChainsTest {
  /** A published limit_order_cancel; its signature is for mainnet. */
  private static final byte[] CANCEL =
      Hex.parse(
          "f68585abf4dce7c804570102000000000000000000688095030000011f3fb754814f3910c1a8845486b8605"
              + "7d2b4588ae559b4c3810828c0d4cbec0e5b23517937cd7e0cc5ee8999d0777af7fe56d3c4b2e58742"
              + "1bfb7400d4efdae97a");

  private static final String SIGNER = "6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV";

  private static JsonSource fields(MessageKind kind, byte[] body) {
    Out out = new Out();
    assertEquals(null, Body.write(kind.type(), body, out));
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }

  private static String signee(Network network) {
    BitsharesProtocol protocol = new BitsharesProtocol();
    byte[] frame = protocol.frame(network, "trx_message", CANCEL);
    Bare bare = protocol.bare(network, frame);
    Event.Message message = (Event.Message) bare.events().getFirst();
    return fields(message.kind(), message.body()).field("signees").item(0).text();
  }

  @Test
  void signersBelongToTheChain() {
    assertEquals("BTS" + SIGNER, signee(Networks.MAIN));
    String other = signee(Networks.with(Networks.MAIN, Map.of("chain-id", "77".repeat(32))));
    assertTrue(other.startsWith("BTS"));
    assertNotEquals("BTS" + SIGNER, other);
  }

  @Test
  void keysHaveThePrefixOfTheChain() {
    assertTrue(signee(Networks.TEST).startsWith("TEST"));
    BitsharesProtocol protocol = new BitsharesProtocol();
    MessageKind witness = protocol.messages().findType("witness_create").orElseThrow();
    Out body = new Out();
    String json =
        "{\"witness_account\":\"1.2.5\",\"url\":\"\",\"block_signing_key\":\"BTS%s\"}"
            .formatted(SIGNER);
    witness.type().build(JsonSource.parse(json), body);
    MessageKind onTest = protocol.messages(Networks.TEST).findType("witness_create").orElseThrow();
    assertEquals("TEST" + SIGNER, fields(onTest, body.toBytes()).field("block_signing_key").text());
    assertEquals("BTS" + SIGNER, fields(witness, body.toBytes()).field("block_signing_key").text());
    assertSame(protocol.messages(), protocol.messages(Networks.MAIN));
  }

  @Test
  void operationsAreFoundByEitherName() {
    BitsharesProtocol protocol = new BitsharesProtocol();
    for (String word : new String[] {"transfer", "transfer_operation"}) {
      assertEquals("transfer", protocol.messages().findType(word).orElseThrow().name());
    }
    for (String word : new String[] {"signed_block", "signed_transaction", "operation"}) {
      assertEquals(word, protocol.messages().findType(word).orElseThrow().name());
    }
    assertTrue(protocol.messages().findType("_operation").isEmpty());
    assertEquals("trx_message", protocol.messages().findType("trx").orElseThrow().name());
  }
}
