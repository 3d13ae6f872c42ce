// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.curve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchnorrTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** Vectors 0 to 3 of BIP 340. */
  @ParameterizedTest
  @CsvSource({
    "F9308A019258C31049344F85F89D5229B531C845836F99B08601F113BCE036F9,"
        + "0000000000000000000000000000000000000000000000000000000000000000,"
        + "E907831F80848D1069A5371B402410364BDF1C5F8307B0084C55F1CE2DCA8215"
        + "25F66A4A85EA8B71E482A74F382D2CE5EBEEE8FDB2172F477DF4900D310536C0",
    "DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659,"
        + "243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89,"
        + "6896BD60EEAE296DB48A229FF71DFE071BDE413E6D43F917DC8DCF8C78DE3341"
        + "8906D11AC976ABCCB20B091292BFF4EA897EFCB639EA871CFA95F6DE339E4B0A",
    "DD308AFEC5777E13121FA72B9CC1B7CC0139715309B086C960E18FD969774EB8,"
        + "7E2D58D8B3BCDF1ABADEC7829054F90DDA9805AAB56C77333024B9D0A508B75C,"
        + "5831AAEED7B44BB74E5EAB94BA9D4294C49BCF2A60728D8B4C200F50DD313C1B"
        + "AB745879A5AD954A72C45A91C3A51D3C7ADEA98D82F8481E0E1E03674A6F3FB7",
    "25D1DFF95105F5253C4022F628A996AD3A0D95FBF21D468A1B33F8C160D8F517,"
        + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF,"
        + "7EB0509757E246F19449885651611CB965ECC1A187DD51B64FDA1EDC9637D5EC"
        + "97582B9CB13DB3933705B32BA982AF5AF25FD78881EBB32771FC5922EFC66EA3",
  })
  void signaturesOfTheProposalAreGoodAndNoOthers(String key, String message, String signature) {
    byte[] good = hex(signature);
    assertTrue(Schnorr.verify(hex(key), hex(message), good));
    for (int bit = 0; bit < 512; bit += 37) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(Schnorr.verify(hex(key), hex(message), bad));
    }
    byte[] other = hex(message);
    other[5] ^= 1;
    assertFalse(Schnorr.verify(hex(key), other, good));
    assertFalse(Schnorr.verify(hex(key), hex(message), Arrays.copyOf(good, 63)));
    assertFalse(Schnorr.verify(new byte[33], hex(message), good));
  }

  /** Vectors 5, 12 and 13 of BIP 340: X not on the curve, r and s out of range. */
  @Test
  void numbersOutOfRangeAreRefused() {
    byte[] key = hex("DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659");
    byte[] message = hex("243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89");
    String half = "69E89B4C5564D00349106B8497785DD7D1D713A8AE82B32FA79D5F7FC407D39B";
    String prime = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F";
    String order = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141";
    String r = "6CFF5C3BA86C69EA4B7376F31A9BCB4F74C1976089B2D9963DA2E5543E177769";
    assertFalse(Schnorr.verify(key, message, hex(prime + half)));
    assertFalse(Schnorr.verify(key, message, hex(r + order)));
    byte[] off = hex("EEFDEA4CDB677750A420FEE807EACF21EB9898AE79B9768766E4FAA04A2D4A34");
    assertFalse(Schnorr.verify(off, message, hex(r + half)));
  }
}
