// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.script;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The operations of a script by number, named as Bitcoin Core prints them ({@code script.h}). */
public final class Opcodes {
  /** The highest operation that is a push: a length of up to 75, or one in 1, 2 or 4 bytes. */
  public static final int PUSHDATA4 = 0x4e;

  static final int PUSHDATA1 = 0x4c;
  static final int PUSHDATA2 = 0x4d;
  static final int OP_1 = 0x51;
  static final int OP_16 = 0x60;
  static final int OP_RETURN = 0x6a;
  static final int OP_DUP = 0x76;
  static final int OP_EQUAL = 0x87;
  static final int OP_EQUALVERIFY = 0x88;
  static final int OP_HASH160 = 0xa9;
  static final int OP_HASH256 = 0xaa;
  static final int OP_CHECKSIG = 0xac;
  static final int OP_CHECKMULTISIG = 0xae;

  private static final String[] NAMES = new String[256];
  private static final byte[][] ASCII = new byte[256][];
  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    String[] from61 =
        """
        NOP VER IF NOTIF VERIF VERNOTIF ELSE ENDIF VERIFY RETURN TOALTSTACK FROMALTSTACK 2DROP 2DUP
        3DUP 2OVER 2ROT 2SWAP IFDUP DEPTH DROP DUP NIP OVER PICK ROLL ROT SWAP TUCK CAT SUBSTR LEFT
        RIGHT SIZE INVERT AND OR XOR EQUAL EQUALVERIFY RESERVED1 RESERVED2 1ADD 1SUB 2MUL 2DIV
        NEGATE ABS NOT 0NOTEQUAL ADD SUB MUL DIV MOD LSHIFT RSHIFT BOOLAND BOOLOR NUMEQUAL
        NUMEQUALVERIFY NUMNOTEQUAL LESSTHAN GREATERTHAN LESSTHANOREQUAL GREATERTHANOREQUAL MIN MAX
        WITHIN RIPEMD160 SHA1 SHA256 HASH160 HASH256 CODESEPARATOR CHECKSIG CHECKSIGVERIFY
        CHECKMULTISIG CHECKMULTISIGVERIFY NOP1 CHECKLOCKTIMEVERIFY CHECKSEQUENCEVERIFY NOP4 NOP5
        NOP6 NOP7 NOP8 NOP9 NOP10 CHECKSIGADD
        """
            .split("\\s+");
    for (int i = 0; i < from61.length; i++) {
      NAMES[0x61 + i] = "OP_" + from61[i];
    }
    NAMES[0] = "0";
    NAMES[0x4f] = "-1";
    NAMES[0x50] = "OP_RESERVED";
    for (int n = 1; n <= 16; n++) {
      NAMES[0x50 + n] = Integer.toString(n);
    }
    NAMES[0xff] = "OP_INVALIDOPCODE";
    for (int i = 0; i < 256; i++) {
      if (NAMES[i] == null) {
        NAMES[i] = "OP_UNKNOWN";
      } else {
        NUMBERS.put(NAMES[i], i);
      }
      ASCII[i] = NAMES[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  private Opcodes() {}

  /** The name of an operation that is no push. */
  public static String name(int opcode) {
    return NAMES[opcode];
  }

  /** The same as ASCII; not to be changed. */
  static byte[] ascii(int opcode) {
    return ASCII[opcode];
  }

  /** The operation of a name ({@code OP_DUP}, {@code 16}, {@code -1}), or -1. */
  public static int number(String name) {
    return NUMBERS.getOrDefault(name, -1);
  }
}
