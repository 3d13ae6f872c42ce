// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.libp2p.message.Gossip;
import dev.peerglot.codec.protocol.libp2p.message.Identify;
import dev.peerglot.codec.protocol.libp2p.message.Kademlia;
import dev.peerglot.codec.protocol.libp2p.message.Records;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.Event;
import dev.peerglot.codec.session.Limits;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.session.Secrets;
import dev.peerglot.codec.session.Side;
import dev.peerglot.codec.session.Transcript;
import dev.peerglot.codec.view.Body;
import dev.peerglot.codec.view.JsonSource;
import dev.peerglot.crypto.curve.X25519;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keys and ids of the peer-ids spec, addresses of rust-multiaddr's tests, and one connection and
 * some messages that were computed with another program.
 */
class Libp2pVectorsTest {
  @Test
  void idsOfKeysOfAllKinds() {
    Map<String, String> ids =
        Map.of(
            "080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e",
            "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq",
            "08021221037777e994e452c21604f91de093ce415f5432f701dd8cd1a7a6fea0e630bfca99",
            "16Uiu2HAmLhLvBoYaoZfaMUKuibM6ac163GwKY74c5kiSLg5KvLpY",
            "0803125b3059301306072a8648ce3d020106082a8648ce3d03010703420004de3d300fa36ae0"
                + "e8f5d530899d83abab44abf3161f162a4bc901d8e6ecda020e8b6d5f8da30525e71d6851510c"
                + "098e5c47c646a597fb4dcec034e9f77c409e62",
            "QmVMT29id3TUASyfZZ6k9hmNyc2nYabCo4uMSpDw4zrgDk");
    ids.forEach(
        (key, id) -> {
          assertEquals(id, PeerIds.spell(PeerIds.of(Hex.parse(key))));
          assertTrue(PublicKeys.decode(Hex.parse(key)).isPresent());
          assertEquals(id, PeerIds.spell(PeerIds.parse(id)));
        });
    assertEquals(
        "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq",
        PeerIds.spell(
            PeerIds.parse("bafzaajaiaejcahwr5d5ofrfbis4l5d6uwr57hu5tjodrypfm6yaq6dsc2r2pzyt6")));
  }

  @Test
  void multiaddrsBothWays() {
    Map<String, String> addresses =
        Map.of(
            "/ip4/127.0.0.1/tcp/25519",
            "047f0000010663af",
            "/ip6/::1/tcp/25519",
            "29000000000000000000000000000000010663af",
            "/ip4/127.0.0.1/udp/4001/quic-v1",
            "047f00000191020fa1cd03",
            "/dns4/example.com/tcp/443/wss",
            "360b6578616d706c652e636f6d0601bbde03",
            "/dnsaddr/bootstrap.libp2p.io",
            "3813626f6f7473747261702e6c69627032702e696f",
            "/ip4/192.0.2.1/tcp/443/tls/sni/example.com/ws",
            "04c00002010601bbc003c1030b6578616d706c652e636f6ddd03",
            "/ip4/127.0.0.1/udp/1234/webrtc-direct/certhash/"
                + "uEiDDq4_xNyDorZBH3TlGazyJdOWSwvo4PUo5YHFMrvDE8g",
            "047f000001910204d29802d203221220c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a"
                + "3960714caef0c4f2");
    addresses.forEach(
        (text, hex) -> {
          assertEquals(hex, Hex.of(Multiaddrs.parse(text)));
          assertEquals(text, Multiaddrs.spell(Hex.parse(hex)));
        });
    for (String bad : List.of("", "04", "047f", "ff7f01", "8400", "a5030100", "0663af0663")) {
      assertEquals("0x" + bad, Multiaddrs.spell(Hex.parse(bad)));
      assertEquals(bad, Hex.of(Multiaddrs.parse("0x" + bad)));
    }
  }

  @Test
  void multiaddrsArePeers() {
    String id = "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq";
    assertEquals(
        "libp2p://192.0.2.7:4001?peer-id=" + id,
        PeerAddress.parse("/ip4/192.0.2.7/tcp/4001/p2p/" + id).toString());
    assertEquals(
        "parallelchain://[2001:db8::7]:25519",
        PeerAddress.parse("parallelchain:///ip6/2001:db8::7/tcp/25519").toString());
    assertThrows(Malformed.class, () -> PeerAddress.parse("/ip4/192.0.2.7/udp/4001/quic-v1"));
    assertThrows(Malformed.class, () -> PeerAddress.parse("/ip4/192.0.2.7/tcp/0"));
  }

  @Test
  void ecdsaAndRsaIdentitiesAreVerified() throws GeneralSecurityException {
    byte[] message = "what is signed".getBytes(StandardCharsets.UTF_8);
    for (String kind : List.of("EC", "RSA")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(kind.equals("EC") ? 256 : 2048);
      KeyPair pair = generator.generateKeyPair();
      Signature signer =
          Signature.getInstance(kind.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      byte[] signature = signer.sign();
      var key =
          dev.peerglot.codec.protocol.libp2p.message.PublicKey.of(
              kind.equals("EC") ? 3 : 0, pair.getPublic().getEncoded());
      byte[] encoded = dev.peerglot.codec.protocol.libp2p.message.PublicKey.WIRE.toBytes(key);
      assertTrue(PublicKeys.verify(encoded, new byte[0], message, signature));
      message[0] ^= 1;
      assertEquals(false, PublicKeys.verify(encoded, new byte[0], message, signature));
      message[0] ^= 1;
      signature[signature.length - 1] ^= 1;
      assertEquals(false, PublicKeys.verify(encoded, new byte[0], message, signature));
    }
  }

  /** A ping over everything, with the keys of the Noise vectors of cacophony. */
  @Test
  void wholeConnection() {
    byte[] dialer =
        Hex.parse(
            "132f6d756c746973747265616d2f312e302e300a072f6e6f6973650a0020ca35def5ae56cec3"
                + "3dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c794400a8c7195ffacac1307ff99046f2"
                + "19750fc47693e23c3cb08b89c2af808b444850a8b4ca0128c597576359b6ed9a94901b8a14c3"
                + "d6e0e8ecd41217ddfdf0afb41507a1be308a2142c5bd7aa4533305677b3e694b63076f9d2df0"
                + "fe4d73b419771080a6cf96b373850176596856cd9886b5ccf7b92fd0b13c9d40153da17beeda"
                + "35f1631e57da5fabbc42aaeea8ff1a68839842fe9190823c6eb0a7be0acc98f285b3336f7157"
                + "4bef077c0032670afd442e0c4ead4470332ef0bebbb0ffc8be7df43a8e78e19ebf0bd2f3e61b"
                + "e2e1dcd65b8f81a86de6ea2bf575392d69a00042b7a0d465039f4db7fc1a4177b66d4686bb37"
                + "531d91c8efa6547fef9a5e9c0778b3e8086b7a0debf3032a9c2bc9a3e3397305670497cc479a"
                + "63b5c95bab4eacd87d99003c9cb61c9ab90027eef79faa291f6a81d8e8a2d699befaa6ed6fba"
                + "8e261f8065d9c46b4c8bb70b653e44c2113d43a3c6d260d4e16d245c40a81456feec001c475a"
                + "88254fa9307d69df428dec29a7c8ca8c15580517a0de1506086f001c3d9373dacbd9aeb761eb"
                + "563f215e4c619f81969323b11ec640ecf0cb");
    byte[] listener =
        Hex.parse(
            "132f6d756c746973747265616d2f312e302e300a072f6e6f6973650a00c895ebc60d2b1fa672"
                + "c1f46a8aa265ef51bfe38e7ccb39ec5be34069f14480884381cbad1f276e038c48378ffce2b6"
                + "5285e08d6b68aaa3629a5a8639392490e5b90b20f024c6abdc05d618c61c13a3fe07127982eb"
                + "5ca7feb66c29abfce1c804e813535597b1804bb1d0d20093e8be0abb3ba402749775c92b91d0"
                + "f049870b966a1a8eaf12e4be5707cf402f749d3c02b5d8ec65dde5d0ce8ddcdf981fecf3dbfa"
                + "8ad9f7ec904e31e1494177d21e98e5e34d56a036f31145bbe9753cf8a73d58acfd5b0961a9f4"
                + "3c250032c63821ce3fc1e866a0663855641dcfd16e34a5d153d5b493458f7d24a63804ff76d6"
                + "dd28c3e567a0bfb218e1c782a866cb390042ae4a52727f2740172fcbe98a3839fbddd44b7fc0"
                + "037fd2493e72464a27abcf0ff76200f1c788958869a9b0da75389021f4ee5dc8e0d50b64441b"
                + "7eb443bda3bcde3c003ce3c65e70d31a4c75da14d3e77823e103412678aec728be15bc2eb99b"
                + "46d92812f14ee7cc1c87a7801e1c4b5a41b4b383bc316e9ee57adf62e958d16d001c3de91131"
                + "48f01245772e7ea08c8cb4e29a0d272d9915ef11e46a6c52");
    for (List<String> keys :
        List.of(
            List.of(
                "bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b",
                "4a3acbfdb163dec651dfa3194dece676d437029c62a408b4c5ea9114246e4893"),
            List.of(
                "893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a",
                "e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1"))) {
      Secrets secrets = new Secrets();
      byte[] ephemeral = Hex.parse(keys.get(0));
      byte[] fixed = Hex.parse(keys.get(1));
      secrets.add(Keys.EPHEMERAL, X25519.publicKey(ephemeral), ephemeral);
      secrets.add(Keys.STATIC, X25519.publicKey(fixed), fixed);
      Transcript transcript =
          new Transcript(new Handshake(Dialect.LIBP2P, secrets), Limits.DEFAULT);
      transcript.feed(Side.DIALER, dialer);
      transcript.feed(Side.LISTENER, listener);
      List<String> told = new ArrayList<>();
      List<String> peers = new ArrayList<>();
      for (Event event = transcript.poll(); event != null; event = transcript.poll()) {
        if (event instanceof Event.Message m) {
          told.add(m.from().word() + " " + m.kind().name() + " " + m.substream().number());
          assertEquals(32, m.body().length);
        } else if (event instanceof Event.Phase p && p.step() instanceof Steps.IdentityShown i) {
          assertTrue(i.isValid());
          peers.add(PeerIds.spell(i.peer().orElseThrow()));
        }
      }
      assertEquals(List.of("dialer Ping 1", "listener Ping 1"), told.stream().sorted().toList());
      assertEquals(
          List.of(
              "12D3KooWQK1wnefoLrcVHbbnf5tLzbopUd3K3bFAoJpA7YJgL5pV",
              "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq"),
          peers);
      assertEquals(dialer.length, transcript.balance(Side.DIALER).decoded());
      assertEquals(listener.length, transcript.balance(Side.LISTENER).decoded());
    }
  }

  private static Source fields(Type<?> type, String hex, int prefix) {
    byte[] bytes = Hex.parse(hex);
    Out out = new Out();
    assertEquals(null, Body.write(type, Arrays.copyOfRange(bytes, prefix, bytes.length), out));
    return JsonSource.parse(new String(out.toBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void messages() {
    Source identify =
        fields(
            Identify.WIRE,
            "d5012a112f70636861696e5f7032702f312e302e303212727573742d6c69627032702f302e34"
                + "332e310a2408011220d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f7"
                + "07511a1208047f0000010663af120804cb0071070663af220804c6336409069c401a0e2f6970"
                + "66732f69642f312e302e301a132f697066732f69642f707573682f312e302e301a102f697066"
                + "732f70696e672f312e302e301a0e2f6d6573687375622f312e312e301a0e2f6d657368737562"
                + "2f312e302e301a112f70636861696e5f7032702f312e302e30",
            2);
    assertEquals("rust-libp2p/0.43.1", identify.field("agentVersion").text());
    assertEquals("/ip4/203.0.113.7/tcp/25519", identify.field("listenAddrs").item(1).text());
    assertEquals("/ip4/198.51.100.9/tcp/40000", identify.field("observedAddr").text());
    assertEquals(6, identify.field("protocols").size());
    Source answer =
        fields(
            Kademlia.wire(4),
            "600804500942340a260024080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6"
                + "010f0e42d474fce27e120804cb0071070663af180142240a2212209dff3b17d74cf4d38a50d8"
                + "b6383e92d181a10395a5e73a726dcccbd21bf6f0b9",
            1);
    Source peer = answer.field("closerPeers").item(0);
    assertEquals("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq", peer.field("id").text());
    assertEquals("CONNECTED", peer.field("connection_name").text());
    Source rpc =
        fields(
            Gossip.rpc(Gossip.message(Published.NOTHING)),
            "87011284010a260024080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f"
                + "0e42d474fce27e120568656c6c6f1a0817a1b2c3d4e5f60122076d656d706f6f6c2a40d57658"
                + "8a6efc018e81fc88243275de7ca1382e6b0070c776ebb29dff758550322478945d2673120d84"
                + "85efc793c0cf42cb0b8d69fa3d26f86e3421399e25cd05",
            2);
    Source message = rpc.field("publish").item(0);
    assertEquals("mempool", message.field("topic").text());
    assertTrue(message.field("signature_valid").bool());
    assertEquals("68656c6c6f", message.field("data").text());
    Source envelope =
        fields(
            Records.ENVELOPE,
            "0a2408011220d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
                + "120203011a3a0a26002408011220d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325"
                + "af021a68f707511a1080e2cfaa061a0a0a0804cb0071070663af2a4012e0d5c02b3fde7143e1"
                + "32dce083871315b198c9691612042b641d9af03ae5d57621d823e97202b350d49da80f386121"
                + "1a9c013abdfde20e50a065e224647b05",
            0);
    Source record = fields(Records.PEER_RECORD, envelope.field("payload").text(), 0);
    assertEquals(1700000000, record.field("seq").whole().intValue());
  }
}
