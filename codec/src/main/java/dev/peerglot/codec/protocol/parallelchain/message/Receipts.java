// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.schema.Numbers.u64le;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Leaf;
import dev.peerglot.codec.schema.Lists;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import java.util.function.Consumer;

/** What came of transactions ({@code blockchain.rs} of pchain-types). */
public final class Receipts {
  private static final Leaf<Integer> exitV1 =
      Borsh.variants("ExitCodeV1", "Success", "Failed", "GasExhausted");

  private static final Leaf<Integer> exitV2 =
      Borsh.variants("ExitCodeV2", "Ok", "Error", "GasExhausted", "NotExecuted");

  private static final Sequence<Raw> log =
      Rows.rows()
          .field("topic", Borsh.bytes, "what the bloom filter of the block knows it by")
          .field("value", Borsh.bytes, "what is told")
          .make("Log");

  private static final Lists<Raw> logs = Borsh.vec(log);

  private static final Sequence<Raw> commandV1 =
      Rows.rows()
          .field("exit_code", exitV1, "how it ended")
          .field("gas_used", u64le, "by this command")
          .field("return_values", Borsh.bytes, "what a call gave back")
          .field("logs", logs, "what a call logged")
          .make("CommandReceiptV1");

  /**
   * One result of protocol 0.5. Its kinds are numbered in another order than those of {@link
   * Commands#command}: Call is 1 and Deploy is 2.
   */
  private static final Choice commandV2 =
      Borsh.choice("CommandReceiptV2")
          .arm("Transfer", () -> plain("TransferReceipt"), "of a Transfer")
          .arm("Call", () -> call(), "of a Call")
          .arm("Deploy", () -> plain("DeployReceipt"), "of a Deploy")
          .arm("CreatePool", () -> plain("CreatePoolReceipt"), "of a CreatePool")
          .arm("SetPoolSettings", () -> plain("SetPoolSettingsReceipt"), "of a SetPoolSettings")
          .arm("DeletePool", () -> plain("DeletePoolReceipt"), "of a DeletePool")
          .arm("CreateDeposit", () -> plain("CreateDepositReceipt"), "of a CreateDeposit")
          .arm("SetDepositSettings", () -> plain("SetDepositSettingsReceipt"), "of that command")
          .arm("TopUpDeposit", () -> plain("TopUpDepositReceipt"), "of a TopUpDeposit")
          .arm("WithdrawDeposit", () -> moved("WithdrawDepositReceipt", "withdrawn"), "likewise")
          .arm("StakeDeposit", () -> moved("StakeDepositReceipt", "staked"), "likewise")
          .arm("UnstakeDeposit", () -> moved("UnstakeDepositReceipt", "unstaked"), "likewise")
          .arm("NextEpoch", () -> plain("NextEpochReceipt"), "of a NextEpoch");

  /** Protocol 0.4: a list of what came of each command, and nothing around it. */
  public static final Lists<Raw> v1 = Borsh.vec(commandV1);

  /** Protocol 0.5. */
  public static final Sequence<Raw> v2 =
      Rows.rows()
          .field("gas_used", u64le, "by the whole transaction")
          .field("exit_code", exitV2, "how it ended")
          .field("command_receipts", Borsh.vec(commandV2), "what came of each command")
          .make("ReceiptV2");

  private Receipts() {}

  private static Rows rows() {
    return Rows.rows()
        .field("exit_code", exitV2, "how it ended")
        .field("gas_used", u64le, "by this command");
  }

  private static Sequence<Raw> plain(String name) {
    return rows().make(name);
  }

  private static Sequence<Raw> call() {
    return rows()
        .field("return_value", Borsh.bytes, "what the method gave back")
        .field("logs", logs, "what it logged")
        .make("CallReceipt");
  }

  private static Sequence<Raw> moved(String name, String what) {
    return rows().field("amount_" + what, u64le, "grays that were " + what).make(name);
  }

  /** Hands out the topics of all logs of a sound receipt of protocol 0.4. */
  static void topicsV1(In in, Consumer<byte[]> topics) {
    for (long commands = in.u32le(); commands > 0; commands--) {
      in.take(1 + 8);
      Borsh.bytes.walk(in, Deaf.SINK);
      topics(in, topics);
    }
  }

  /** Hands out the topics of all logs of a sound receipt of protocol 0.5. */
  static void topicsV2(In in, Consumer<byte[]> topics) {
    in.take(8 + 1);
    for (long commands = in.u32le(); commands > 0; commands--) {
      if (in.peek() == 1) {
        in.take(1 + 1 + 8);
        Borsh.bytes.walk(in, Deaf.SINK);
        topics(in, topics);
      } else {
        commandV2.walk(in, Deaf.SINK);
      }
    }
  }

  private static void topics(In in, Consumer<byte[]> topics) {
    for (long entries = in.u32le(); entries > 0; entries--) {
      topics.accept(Borsh.bytes.read(in));
      Borsh.bytes.walk(in, Deaf.SINK);
    }
  }
}
