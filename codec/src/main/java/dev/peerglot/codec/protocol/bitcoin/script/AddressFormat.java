// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.text.Base58Check;
import dev.peerglot.codec.text.Bech32;
import dev.peerglot.codec.text.CashAddr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a network spells the scripts that have an address.
 *
 * @param keyHash version byte of a public key's hash in Base58
 * @param scriptHash version byte of a script's hash in Base58
 * @param segwit prefix of segwit addresses, or empty for a network without segwit
 * @param cash prefix of CashAddr, or empty; where there is one, it is what people print
 */
public record AddressFormat(int keyHash, int scriptHash, String segwit, String cash) {
  private static final int HASH = 20;

  /** Addresses in Base58 and, where the prefix is not empty, in Bech32. */
  public AddressFormat(int keyHash, int scriptHash, String segwit) {
    this(keyHash, scriptHash, segwit, "");
  }

  /** Whether scripts of that kind have an address. */
  public boolean has(ScriptKind kind) {
    return kind == ScriptKind.PUBKEYHASH
        || kind == ScriptKind.SCRIPTHASH
        || kind.isWitness() && !segwit.isEmpty();
  }

  /** The address of a script of that kind as ASCII, or null if it has none. */
  public byte[] address(ScriptKind kind, byte[] script, int at, int length) {
    if (kind == ScriptKind.PUBKEYHASH) {
      return hashed(0, script, at + 3);
    }
    if (kind == ScriptKind.SCRIPTHASH) {
      return hashed(1, script, at + 2);
    }
    if (!has(kind)) {
      return null;
    }
    int version = script[at] == 0 ? 0 : script[at] - 0x50;
    return Bech32.ascii(segwit, version, script, at + 2, length - 2);
  }

  /** The address of a script, or null if it has none. */
  public String address(byte[] script) {
    ScriptKind kind = ScriptKind.of(script, 0, script.length);
    byte[] ascii = address(kind, script, 0, script.length);
    return ascii == null ? null : new String(ascii, StandardCharsets.US_ASCII);
  }

  private byte[] hashed(int kind, byte[] script, int at) {
    return cash.isEmpty()
        ? Base58Check.ascii(kind == 0 ? keyHash : scriptHash, script, at, HASH)
        : CashAddr.encode(cash, kind, Arrays.copyOfRange(script, at, at + HASH))
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The script that pays to an address.
   *
   * @throws IllegalArgumentException if it is none of this network
   */
  public byte[] script(String address) {
    int sign = address.lastIndexOf('1');
    if (!segwit.isEmpty() && sign > 0 && address.substring(0, sign).equalsIgnoreCase(segwit)) {
      Bech32.Witness witness = Bech32.decode(segwit, address);
      int version = witness.version();
      return new Out()
          .u8(version == 0 ? 0 : 0x50 + version)
          .u8(witness.program().length)
          .bytes(witness.program())
          .toBytes();
    }
    if (!cash.isEmpty() && (address.startsWith(cash + ":") || address.length() == 42)) {
      byte[] payload = CashAddr.decode(cash, address);
      return pay((payload[0] & 0x78) >> 3, Arrays.copyOfRange(payload, 1, payload.length));
    }
    byte[] payload = Base58Check.decode(address);
    int version = payload[0] & 0xff;
    if (payload.length != 21 || version != keyHash && version != scriptHash) {
      throw new IllegalArgumentException("an address of this network");
    }
    return pay(version == keyHash ? 0 : 1, Arrays.copyOfRange(payload, 1, 21));
  }

  private static byte[] pay(int kind, byte[] hash) {
    if (hash.length != 20 || kind > 1) {
      throw new IllegalArgumentException("an address of a key's or a script's hash");
    }
    return kind == 0
        ? new Out().u8(0x76).u8(0xa9).u8(20).bytes(hash).u8(0x88).u8(0xac).toBytes()
        : new Out().u8(0xa9).u8(20).bytes(hash).u8(0x87).toBytes();
  }
}
