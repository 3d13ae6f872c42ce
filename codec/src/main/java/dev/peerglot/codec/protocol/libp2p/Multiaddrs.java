// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.layer.Varint;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Numbers;
import dev.peerglot.codec.session.PeerAddress;
import dev.peerglot.codec.text.Base32;
import dev.peerglot.codec.text.Ip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multiaddrs: {@code /ip4/192.0.2.7/tcp/4001/p2p/12D3KooW…}; on the wire one component after the
 * other, each the varint of its code and its value ({@code multiformats/multiaddr}, {@code
 * protocols.csv}).
 */
public final class Multiaddrs {
  /** How the value of a component looks. */
  private enum Form {
    NONE,
    IP4,
    IP6,
    PORT,
    OCTET,
    TEXT,
    PATH,
    PEER,
    ONION,
    ONION3,
    NUMBER,
    CERTIFICATE
  }

  private record Protocol(long code, String name, Form form) {}

  /**
   * A component.
   *
   * @param name the protocol's name
   * @param value its value as text, empty if it has none
   */
  public record Component(String name, String value) {}

  private static final Map<Long, Protocol> BY_CODE = new HashMap<>();
  private static final Map<String, Protocol> BY_NAME = new HashMap<>();
  private static final int LONGEST = 4096;

  static {
    add(Form.IP4, "4 ip4");
    add(Form.IP6, "41 ip6");
    add(Form.PORT, "6 tcp", "33 dccp", "132 sctp", "273 udp");
    add(Form.OCTET, "43 ipcidr");
    add(Form.TEXT, "42 ip6zone", "53 dns", "54 dns4", "55 dns6", "56 dnsaddr", "449 sni");
    add(Form.NONE, "275 p2p-webrtc-star", "276 p2p-webrtc-direct", "277 p2p-stardust");
    add(Form.NONE, "280 webrtc-direct", "281 webrtc", "290 p2p-circuit", "301 udt", "302 utp");
    add(Form.NONE, "443 https", "448 tls", "454 noise", "460 quic", "461 quic-v1");
    add(Form.NONE, "465 webtransport", "477 ws", "478 wss", "479 p2p-websocket-star", "480 http");
    add(Form.PATH, "400 unix", "481 http-path");
    add(Form.PEER, "421 p2p");
    add(Form.ONION, "444 onion");
    add(Form.ONION3, "445 onion3");
    add(Form.CERTIFICATE, "466 certhash");
    add(Form.NUMBER, "777 memory");
    BY_NAME.put("ipfs", BY_NAME.get("p2p"));
  }

  /** A multiaddr in a window of its own; bytes that are none are shown as hex behind 0x. */
  public static final Leaf<byte[]> WIRE =
      Leaf.of(
          "multiaddr",
          0,
          in -> in.rest(),
          (out, bytes) -> out.bytes(bytes),
          Multiaddrs::spell,
          Multiaddrs::parse,
          random -> parse("/ip4/192.0.2." + random.nextInt(256) + "/tcp/" + random.nextInt(65536)));

  private Multiaddrs() {}

  private static void add(Form form, String... protocols) {
    for (String each : protocols) {
      String[] words = each.split(" ");
      Protocol protocol = new Protocol(Long.parseLong(words[0]), words[1], form);
      BY_CODE.put(protocol.code(), protocol);
      BY_NAME.put(protocol.name(), protocol);
    }
  }

  /** The text of a multiaddr; of bytes that are none or are not in their right form, 0x and hex. */
  public static String spell(byte[] bytes) {
    try {
      StringBuilder text = new StringBuilder();
      for (Component part : components(bytes)) {
        text.append('/').append(part.name());
        if (!part.value().isEmpty()) {
          text.append('/').append(part.value());
        }
      }
      String spelled = text.toString();
      if (!spelled.isEmpty() && Arrays.equals(parse(spelled), bytes)) {
        return spelled;
      }
    } catch (Malformed | IllegalArgumentException e) {
      return "0x" + Hex.of(bytes);
    }
    return "0x" + Hex.of(bytes);
  }

  /** The multiaddr of a TCP endpoint; a host that is no number is a DNS name. */
  public static byte[] tcp(String host, int port) {
    String kind = host.indexOf(':') >= 0 ? "/ip6/" : host.matches("[0-9.]+") ? "/ip4/" : "/dns/";
    return parse(kind + host + "/tcp/" + port);
  }

  /**
   * Where a multiaddr can be dialled: host and TCP port, if it is no more than these and a peer id.
   *
   * @throws Malformed if it is no multiaddr
   */
  public static Optional<PeerAddress> dialled(
      byte[] address, String scheme, Map<String, String> options) {
    List<Component> parts = components(address);
    boolean id = parts.size() == 3 && parts.get(2).name().equals("p2p");
    if (parts.size() != 2 && !id || !parts.get(1).name().equals("tcp")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(parts.get(1).value());
    return switch (parts.getFirst().name()) {
      case "ip4", "ip6", "dns", "dns4", "dns6" ->
          port == 0
              ? Optional.empty()
              : Optional.of(new PeerAddress(scheme, parts.getFirst().value(), port, options));
      default -> Optional.empty();
    };
  }

  /**
   * The components of a multiaddr.
   *
   * @throws Malformed if it is none, or holds a protocol that is not known
   */
  public static List<Component> components(byte[] bytes) {
    In in = new In(bytes);
    List<Component> parts = new ArrayList<>();
    while (in.left() > 0) {
      int at = in.at();
      Protocol protocol = BY_CODE.get(Numbers.varint.get(in));
      if (protocol == null) {
        throw Malformed.wrong("no known protocol of multiaddrs", at);
      }
      parts.add(new Component(protocol.name(), value(protocol.form(), in)));
    }
    return parts;
  }

  private static String value(Form form, In in) {
    return switch (form) {
      case NONE -> "";
      case IP4 -> Ip.v4(in.bytes(4));
      case IP6 -> Ip.v6(in.bytes(16));
      case PORT -> Integer.toString(in.u16be());
      case OCTET -> Integer.toString(in.u8());
      case NUMBER -> Long.toUnsignedString(in.i64be());
      case ONION -> Base32.encode(in.bytes(10)) + ":" + in.u16be();
      case ONION3 -> Base32.encode(in.bytes(35)) + ":" + in.u16be();
      case PEER -> {
        byte[] id = prefixed(in);
        if (!PeerIds.isId(id)) {
          throw Malformed.wrong("no peer id", in.at());
        }
        yield PeerIds.spell(id);
      }
      case CERTIFICATE ->
          "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(prefixed(in));
      case TEXT, PATH -> {
        byte[] utf8 = prefixed(in);
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
          throw Malformed.wrong("no text", in.at());
        }
        yield form == Form.PATH ? text.replace("%", "%25").replace("/", "%2F") : text;
      }
    };
  }

  private static byte[] prefixed(In in) {
    int at = in.at();
    long size = Numbers.varint.get(in);
    if (size < 0 || size > LONGEST) {
      throw Malformed.limit("a value of " + size + " bytes", at);
    }
    return in.bytes((int) size);
  }

  /**
   * The bytes of a text.
   *
   * @throws IllegalArgumentException if it is no multiaddr
   */
  public static byte[] parse(String text) {
    if (text.startsWith("0x")) {
      return PeerIds.raw(text.substring(2));
    }
    String[] words = text.split("/", -1);
    if (!text.startsWith("/") || words.length < 2) {
      throw new IllegalArgumentException("as /ip4/192.0.2.7/tcp/4001");
    }
    Out out = new Out();
    for (int i = 1; i < words.length; i++) {
      Protocol protocol = BY_NAME.get(words[i]);
      if (protocol == null) {
        throw new IllegalArgumentException("'" + words[i] + "' is no known protocol");
      }
      Varint.put(out, protocol.code());
      if (protocol.form() != Form.NONE) {
        if (++i == words.length) {
          throw new IllegalArgumentException(protocol.name() + " lacks its value");
        }
        put(out, protocol.form(), words[i]);
      }
    }
    return out.toBytes();
  }

  private static void put(Out out, Form form, String text) {
    switch (form) {
      case NONE -> {}
      case IP4 -> out.bytes(Ip.parseV4(text));
      case IP6 -> out.bytes(Ip.parseV6(text));
      case PORT -> out.u16be(number(text, 65535));
      case OCTET -> out.u8(number(text, 255));
      case NUMBER -> out.i64be(Long.parseUnsignedLong(text));
      case ONION -> onion(out, text, 10);
      case ONION3 -> onion(out, text, 35);
      case PEER -> out.bytes(Varint.prefixed(PeerIds.parse(text)));
      case CERTIFICATE -> {
        if (!text.startsWith("u")) {
          throw new IllegalArgumentException("certhash as u… in base64url");
        }
        out.bytes(Varint.prefixed(Base64.getUrlDecoder().decode(text.substring(1))));
      }
      case TEXT -> out.bytes(Varint.prefixed(text.getBytes(StandardCharsets.UTF_8)));
      case PATH -> {
        String path = text.replace("%2F", "/").replace("%25", "%");
        out.bytes(Varint.prefixed(path.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static int number(String text, int most) {
    int value = Integer.parseInt(text);
    if (value < 0 || value > most) {
      throw new IllegalArgumentException("from 0 to " + most);
    }
    return value;
  }

  private static void onion(Out out, String text, int size) {
    int colon = text.indexOf(':');
    byte[] key = Base32.decode(colon < 0 ? text : text.substring(0, colon));
    if (colon < 0 || key.length != size) {
      throw new IllegalArgumentException("as ADDRESS:PORT");
    }
    out.bytes(key).u16be(number(text.substring(colon + 1), 65535));
  }
}
