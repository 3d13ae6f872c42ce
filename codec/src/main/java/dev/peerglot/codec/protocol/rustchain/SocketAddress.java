// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.rustchain;

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
  private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
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
    if (number > 65535 || !(six ? isScoped6(host) : isIp4(host))) {
      throw new IllegalArgumentException(FORM);
    }
    return new SocketAddress(host, number);
  }

  private static boolean isIp4(String text) {
    String[] octets = text.split("\\.", -1);
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return false;
      }
    }
    return octets.length == 4;
  }

  private static boolean isScoped6(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return isIp6(text);
    }
    String scope = text.substring(percent + 1);
    return SCOPE.matcher(scope).matches()
        && Long.parseLong(scope) <= 0xffffffffL
        && isIp6(text.substring(0, percent));
  }

  private static boolean isIp6(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) {
      return false;
    }
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    int before = groups(text.substring(0, gap), false);
    int after = groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many groups of 16 bits the text has, or -1 for a text that is no part of an address. */
  private static int groups(String text, boolean last) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (last && i == parts.length - 1 && isIp4(parts[i])) {
        return parts.length + 1;
      }
      if (!GROUP.matcher(parts[i]).matches()) {
        return -1;
      }
    }
    return parts.length;
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
