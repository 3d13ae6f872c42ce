// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.driver;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The client side of SOCKS 5 (RFC 1928, passwords RFC 1929), by host name, so that the proxy
 * resolves it: onion names, and nothing leaks to the local resolver. The JDK's own client does not
 * tell what went wrong.
 *
 * @param host the proxy's host
 * @param port its port
 * @param user user name, or null
 * @param password password, or null
 */
public record Socks5(String host, int port, String user, String password) {
  private static final int VERSION = 5;

  /**
   * The proxy said no; {@code code} is the reply field of RFC 1928, or 0 where it broke its rules.
   */
  public static final class Refusal extends IOException {
    private static final long serialVersionUID = 1;
    private final int code;

    Refusal(int code, String why) {
      super(why);
      this.code = code;
    }

    /** The reply field. */
    public int code() {
      return code;
    }
  }

  /** The proxy of a URL {@code socks5://[user:password@]host[:port]}. */
  public static Socks5 parse(String url) {
    try {
      URI uri = URI.create(url);
      boolean socks = "socks5".equals(uri.getScheme()) || "socks5h".equals(uri.getScheme());
      if (socks && uri.getHost() != null) {
        String[] user = uri.getUserInfo() == null ? null : uri.getUserInfo().split(":", 2);
        return new Socks5(
            uri.getHost(),
            uri.getPort() < 0 ? 1080 : uri.getPort(),
            user == null ? null : user[0],
            user == null || user.length < 2 ? null : user[1]);
      }
    } catch (IllegalArgumentException e) {
      throw dev.peerglot.cli.Usage.wrong("'" + url + "' is no proxy: " + e.getMessage());
    }
    throw dev.peerglot.cli.Usage.wrong(
        "a proxy is written socks5://HOST[:PORT], not '" + url + "'");
  }

  /** Asks the proxy at the other end of a socket to connect to a host. */
  void connect(Socket socket, String target, int targetPort) throws IOException {
    OutputStream out = socket.getOutputStream();
    DataInputStream in = new DataInputStream(socket.getInputStream());
    boolean secret = user != null;
    out.write(secret ? new byte[] {VERSION, 2, 0, 2} : new byte[] {VERSION, 1, 0});
    if (in.readUnsignedByte() != VERSION) {
      throw new Refusal(0, "the proxy does not speak SOCKS 5");
    }
    switch (in.readUnsignedByte()) {
      case 0 -> {}
      case 2 -> logIn(in, out);
      default -> throw new Refusal(0, "the proxy wants a way to log in that is not known");
    }
    byte[] name = target.getBytes(StandardCharsets.US_ASCII);
    if (name.length > 255) {
      throw new Refusal(0, "the host name is too long for SOCKS");
    }
    byte[] request = new byte[7 + name.length];
    request[0] = VERSION;
    request[1] = 1;
    request[3] = 3;
    request[4] = (byte) name.length;
    System.arraycopy(name, 0, request, 5, name.length);
    request[5 + name.length] = (byte) (targetPort >> 8);
    request[6 + name.length] = (byte) targetPort;
    out.write(request);
    answer(in);
  }

  private void logIn(DataInputStream in, OutputStream out) throws IOException {
    byte[] name = (user == null ? "" : user).getBytes(StandardCharsets.UTF_8);
    byte[] word = (password == null ? "" : password).getBytes(StandardCharsets.UTF_8);
    byte[] request = new byte[3 + name.length + word.length];
    request[0] = 1;
    request[1] = (byte) name.length;
    System.arraycopy(name, 0, request, 2, name.length);
    request[2 + name.length] = (byte) word.length;
    System.arraycopy(word, 0, request, 3 + name.length, word.length);
    out.write(request);
    in.readUnsignedByte();
    if (in.readUnsignedByte() != 0) {
      throw new Refusal(0, "the proxy does not take this user and password");
    }
  }

  private static void answer(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != VERSION) {
      throw new Refusal(0, "the proxy does not speak SOCKS 5");
    }
    int code = in.readUnsignedByte();
    if (code != 0) {
      throw new Refusal(code, "the proxy says: " + words(code));
    }
    in.readUnsignedByte();
    int size =
        switch (in.readUnsignedByte()) {
          case 1 -> 4;
          case 4 -> 16;
          case 3 -> in.readUnsignedByte();
          default -> throw new Refusal(0, "the proxy's answer has an address of unknown kind");
        };
    in.readFully(new byte[size + 2]);
  }

  private static String words(int code) {
    return switch (code) {
      case 1 -> "general failure";
      case 2 -> "not allowed by its rules";
      case 3 -> "network unreachable";
      case 4 -> "host unreachable";
      case 5 -> "connection refused";
      case 6 -> "time to live expired";
      case 7 -> "command not supported";
      case 8 -> "address type not supported";
      default -> "error " + code;
    };
  }
}
