// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.text.Base58Check;
import dev.peerglot.codec.text.Bech32;
import dev.peerglot.codec.text.CashAddr;
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

  /** The address of a script of that kind, or null if it has none. */
  public String address(ScriptKind kind, byte[] script, int at, int length) {
    if (kind == ScriptKind.PUBKEYHASH) {
      return hashed(0, Arrays.copyOfRange(script, at + 3, at + 23));
    }
    if (kind == ScriptKind.SCRIPTHASH) {
      return hashed(1, Arrays.copyOfRange(script, at + 2, at + 22));
    }
    if (!has(kind)) {
      return null;
    }
    int version = script[at] == 0 ? 0 : script[at] - 0x50;
    return Bech32.encode(segwit, version, Arrays.copyOfRange(script, at + 2, at + length));
  }

  /** The address of a script, or null if it has none. */
  public String address(byte[] script) {
    return address(ScriptKind.of(script, 0, script.length), script, 0, script.length);
  }

  private String hashed(int kind, byte[] hash) {
    return cash.isEmpty()
        ? Base58Check.encode(kind == 0 ? keyHash : scriptHash, hash)
        : CashAddr.encode(cash, kind, hash);
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
