// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Malformed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a peer is: {@code SCHEME://HOST[:PORT][?option=value]}. An IPv6 host stands in brackets in
 * the URL and without them here.
 *
 * @param network the scheme: the network's name
 * @param host a name or an address
 * @param port the port, or 0 for the network's own
 * @param options what else the URL says, in order
 */
public record PeerAddress(String network, String host, int port, Map<String, String> options) {
  /** The option that names the identity which the peer at the address must prove. */
  public static final String IDENTITY = "peer-id";

  /** Checks the parts. */
  public PeerAddress {
    // A crawl holds a million of these, most without options.
    options =
        options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** A peer without options. */
  public PeerAddress(String network, String host, int port) {
    this(network, host, port, Map.of());
  }

  /**
   * The peer of a URL, or of a multiaddr of libp2p: {@code /ip4/192.0.2.7/tcp/4001/p2p/ID}, which
   * may also stand behind the scheme of another network built on it.
   *
   * @throws Malformed if it is none
   */
  public static PeerAddress parse(String url) {
    if (url.startsWith("/")) {
      return multiaddr("libp2p", url);
    }
    int scheme = url.indexOf("://");
    if (scheme > 0 && url.startsWith("/", scheme + 3)) {
      return multiaddr(url.substring(0, scheme), url.substring(scheme + 3));
    }
    if (scheme <= 0) {
      throw Malformed.wrong("'" + url + "' is no peer: write NETWORK://HOST[:PORT]", -1);
    }
    String rest = url.substring(scheme + 3);
    Map<String, String> options = new LinkedHashMap<>();
    int question = rest.indexOf('?');
    if (question >= 0) {
      for (String pair : rest.substring(question + 1).split("&")) {
        int sign = pair.indexOf('=');
        if (sign <= 0) {
          throw Malformed.wrong("'" + pair + "' in " + url + " is no option=value", -1);
        }
        options.put(pair.substring(0, sign), pair.substring(sign + 1));
      }
      rest = rest.substring(0, question);
    }
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    int colon = rest.lastIndexOf(':');
    boolean bare = colon >= 0 && rest.indexOf(':') == colon || rest.matches("\\[.*]:\\d*");
    String host = bare ? rest.substring(0, colon) : rest;
    int port = bare ? port(rest.substring(colon + 1), url) : 0;
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isEmpty() || host.matches(".*[\\s\\[\\]/@].*")) {
      throw Malformed.wrong("'" + url + "' names no host", -1);
    }
    return new PeerAddress(url.substring(0, scheme), host, port, options);
  }

  private static PeerAddress multiaddr(String network, String text) {
    String[] words = text.split("/", -1);
    boolean id = words.length == 7 && (words[5].equals("p2p") || words[5].equals("ipfs"));
    if (words.length != 5 && !id
        || !words[1].matches("ip4|ip6|dns|dns4|dns6")
        || words[2].isEmpty()
        || !words[3].equals("tcp")) {
      throw Malformed.wrong(
          "'" + text + "' is no /ip4|ip6|dns/HOST/tcp/PORT[/p2p/ID]: nothing else can be dialled",
          -1);
    }
    Map<String, String> options = id ? Map.of(IDENTITY, words[6]) : Map.of();
    return new PeerAddress(network, words[2], port(words[4], text), options);
  }

  private static int port(String text, String url) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw Malformed.wrong("'" + text + "' in " + url + " is no port", -1);
    }
    throw Malformed.wrong("port " + text + " in " + url + " is not from 1 to 65535", -1);
  }

  /** Host and port as people write them. */
  public String endpoint() {
    return (host.contains(":") ? "[" + host + "]" : host) + (port == 0 ? "" : ":" + port);
  }

  /** The URL. */
  @Override
  public String toString() {
    StringBuilder url = new StringBuilder(network).append("://").append(endpoint());
    char sign = '?';
    for (Map.Entry<String, String> option : options.entrySet()) {
      url.append(sign).append(option.getKey()).append('=').append(option.getValue());
      sign = '&';
    }
    return url.toString();
  }
}
