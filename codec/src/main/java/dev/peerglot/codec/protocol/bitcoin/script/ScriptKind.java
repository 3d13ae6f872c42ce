// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import java.nio.charset.StandardCharsets;

/** The well-known forms of an output's script, named as Bitcoin Core's RPC names them. */
public enum ScriptKind {
  /** A public key and CHECKSIG. */
  PUBKEY("pubkey"),
  /** The hash of a public key (P2PKH). */
  PUBKEYHASH("pubkeyhash"),
  /** The hash of a script (P2SH, BIP 16). */
  SCRIPTHASH("scripthash"),
  /** Some of several public keys, at most 16. */
  MULTISIG("multisig"),
  /** Data that nobody can spend. */
  NULLDATA("nulldata"),
  /** Witness version 0, hash of a public key (P2WPKH, BIP 141). */
  WITNESS_V0_KEYHASH("witness_v0_keyhash"),
  /** Witness version 0, hash of a script (P2WSH). */
  WITNESS_V0_SCRIPTHASH("witness_v0_scripthash"),
  /** Witness version 1, an output key (P2TR, BIP 341). */
  WITNESS_V1_TAPROOT("witness_v1_taproot"),
  /** Witness version 1 with the two bytes 4e73: anyone can spend it (P2A). */
  ANCHOR("anchor"),
  /** A witness program that has no meaning yet. */
  WITNESS_UNKNOWN("witness_unknown"),
  /** Anything else. */
  NONSTANDARD("nonstandard");

  private final String word;
  private final byte[] ascii;

  ScriptKind(String word) {
    this.word = word;
    this.ascii = word.getBytes(StandardCharsets.US_ASCII);
  }

  /** The name that Bitcoin Core prints. */
  public String word() {
    return word;
  }

  /** The same as ASCII; not to be changed. */
  public byte[] ascii() {
    return ascii;
  }

  /** Whether the script is a witness program: a version and a push of 2 to 40 bytes. */
  public boolean isWitness() {
    return switch (this) {
      case WITNESS_V0_KEYHASH, WITNESS_V0_SCRIPTHASH, WITNESS_V1_TAPROOT, ANCHOR, WITNESS_UNKNOWN ->
          true;
      default -> false;
    };
  }

  /** The form of a script. */
  public static ScriptKind of(byte[] a, int at, int length) {
    if (length == 0) {
      return NONSTANDARD;
    }
    int first = a[at] & 0xff;
    int last = a[at + length - 1] & 0xff;
    if (length == 23
        && first == Opcodes.OP_HASH160
        && a[at + 1] == 20
        && last == Opcodes.OP_EQUAL) {
      return SCRIPTHASH;
    }
    if (length >= 4
        && length <= 42
        && (first == 0 || isSmall(first))
        && (a[at + 1] & 0xff) + 2 == length) {
      return witness(a, at, length);
    }
    if (first == Opcodes.OP_RETURN) {
      return pushesOnly(a, at + 1, length - 1) ? NULLDATA : NONSTANDARD;
    }
    if (isKey(a, at + 1, first) && first + 2 == length && last == Opcodes.OP_CHECKSIG) {
      return PUBKEY;
    }
    if (length == 25
        && first == Opcodes.OP_DUP
        && (a[at + 1] & 0xff) == Opcodes.OP_HASH160
        && a[at + 2] == 20
        && (a[at + 23] & 0xff) == Opcodes.OP_EQUALVERIFY
        && last == Opcodes.OP_CHECKSIG) {
      return PUBKEYHASH;
    }
    return last == Opcodes.OP_CHECKMULTISIG && isMultisig(a, at, length) ? MULTISIG : NONSTANDARD;
  }

  private static boolean isSmall(int opcode) {
    return opcode >= Opcodes.OP_1 && opcode <= Opcodes.OP_16;
  }

  private static ScriptKind witness(byte[] a, int at, int length) {
    if (a[at] == 0) {
      return switch (length) {
        case 22 -> WITNESS_V0_KEYHASH;
        case 34 -> WITNESS_V0_SCRIPTHASH;
        default -> NONSTANDARD;
      };
    }
    if (a[at] == Opcodes.OP_1 && length == 34) {
      return WITNESS_V1_TAPROOT;
    }
    boolean anchor = a[at] == Opcodes.OP_1 && length == 4 && a[at + 2] == 0x4e && a[at + 3] == 0x73;
    return anchor ? ANCHOR : WITNESS_UNKNOWN;
  }

  /** Whether a push of that length is a public key, by its first byte. */
  private static boolean isKey(byte[] a, int at, int length) {
    return switch (length) {
      case 33 -> at + 33 <= a.length && (a[at] == 2 || a[at] == 3);
      case 65 -> at + 65 <= a.length && (a[at] == 4 || a[at] == 6 || a[at] == 7);
      default -> false;
    };
  }

  /** {@code m key... n CHECKMULTISIG} with m of at most n and n of at most 16 keys. */
  private static boolean isMultisig(byte[] a, int at, int length) {
    int least = (a[at] & 0xff) - 0x50;
    int keys = length < 3 ? -1 : (a[at + length - 2] & 0xff) - 0x50;
    if (least < 1 || keys > 16 || least > keys) {
      return false;
    }
    int end = at + length - 2;
    int next = at + 1;
    int found = 0;
    while (next < end) {
      int size = a[next];
      if (next + 1 + size > end || !isKey(a, next + 1, size)) {
        return false;
      }
      next += 1 + size;
      found++;
    }
    return found == keys;
  }

  private static boolean pushesOnly(byte[] a, int at, int length) {
    In in = new In(a, at, length);
    try {
      while (in.left() > 0) {
        int opcode = in.u8();
        if (opcode > Opcodes.OP_16) {
          return false;
        }
        if (opcode <= Opcodes.PUSHDATA4) {
          in.take(Script.pushSize(opcode, in));
        }
      }
      return true;
    } catch (Malformed e) {
      return false;
    }
  }
}
