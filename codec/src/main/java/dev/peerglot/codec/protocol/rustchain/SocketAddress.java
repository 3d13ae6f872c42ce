// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

import dev.peerglot.codec.text.Ip;
import java.util.regex.Pattern;

/**
 * Where a node listens, which is also who it is: Rust's {@code SocketAddr} as text, {@code
 * 127.0.0.1:2001}, {@code [::1]:2001}, {@code [fe80::1%3]:2001}. Never a host name.
 *
 * @param host the address as it was written, an IPv6 one without its brackets
 * @param port the port
 */
public record SocketAddress(String host, int port) {
  /** What stands for "not known": replaced by our own address when a message is sent. */
  public static final SocketAddress NOWHERE = new SocketAddress("0.0.0.0", 0);

  private static final String FORM = "as 192.0.2.7:2001 or [2001:db8::7]:2001";
  private static final Pattern PORT = Pattern.compile("0*\\d{1,5}");
  private static final Pattern SCOPE = Pattern.compile("\\d{1,10}");

  /** The address of a text; throws {@link IllegalArgumentException} for any other. */
  public static SocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0 || port.length() > 20 || !PORT.matcher(port).matches()) {
      throw new IllegalArgumentException(FORM);
    }
    String host = text.substring(0, colon);
    boolean six = host.startsWith("[") && host.endsWith("]");
    host = six ? host.substring(1, host.length() - 1) : host;
    int number = Integer.parseInt(port);
    if (number > 65535 || !isAddress(host, six)) {
      throw new IllegalArgumentException(FORM);
    }
    return new SocketAddress(host, number);
  }

  private static boolean isAddress(String host, boolean six) {
    try {
      return six ? isScoped6(host) : isIp4(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Without leading zeros, which Rust's parser refuses. */
  private static boolean isIp4(String text) {
    return Ip.v4(Ip.parseV4(text)).equals(text);
  }

  private static boolean isScoped6(String text) {
    int percent = text.indexOf('%');
    String scope = percent < 0 ? "0" : text.substring(percent + 1);
    Ip.parseV6(percent < 0 ? text : text.substring(0, percent));
    return SCOPE.matcher(scope).matches() && Long.parseLong(scope) <= 0xffffffffL;
  }

  /** Whether it is the wildcard address, as nodes in containers announce it. */
  public boolean isUnspecified() {
    return host.equals("0.0.0.0") || host.matches("[0:]+");
  }

  /** Whether it is on the machine itself. */
  public boolean isLoopback() {
    return host.startsWith("127.") || host.matches("(0*:)+0*1");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
