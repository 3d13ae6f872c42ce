// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain.message;

import static dev.peerglot.codec.protocol.parallelchain.message.PublicAddress.address;
import static dev.peerglot.codec.schema.Numbers.u32le;
import static dev.peerglot.codec.schema.Numbers.u64le;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.schema.Bool;
import dev.peerglot.codec.schema.Borsh;
import dev.peerglot.codec.schema.Choice;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;

/** What transactions do ({@code runtime.rs} of pchain-types). Amounts are in grays. */
public final class Commands {
  /** The tag of {@code Deploy}. */
  static final int DEPLOY = 1;

  /** One command: the index of its kind, and its fields. */
  public static final Choice command =
      Borsh.choice("Command")
          .arm("Transfer", () -> transfer(), "moves an amount to another account")
          .arm("Deploy", () -> deploy(), "puts a contract on the chain")
          .arm("Call", () -> call(), "calls a method of a contract")
          .arm("CreatePool", () -> commission("CreatePool"), "opens the signer's staking pool")
          .arm("SetPoolSettings", () -> commission("SetPoolSettings"), "changes its commission")
          .arm("DeletePool", () -> Rows.none("DeletePool"), "closes the signer's staking pool")
          .arm("CreateDeposit", () -> createDeposit(), "opens a deposit in somebody's pool")
          .arm("SetDepositSettings", () -> setDeposit(), "changes whether rewards are staked")
          .arm("TopUpDeposit", () -> deposit("TopUpDeposit", "amount"), "adds to a deposit")
          .arm("WithdrawDeposit", () -> deposit("WithdrawDeposit", "max_amount"), "takes from it")
          .arm("StakeDeposit", () -> deposit("StakeDeposit", "max_amount"), "stakes some of it")
          .arm("UnstakeDeposit", () -> deposit("UnstakeDeposit", "max_amount"), "the reverse")
          .arm("NextEpoch", () -> Rows.none("NextEpoch"), "begins an epoch: sent by a validator");

  private Commands() {}

  private static Sequence<Raw> transfer() {
    return Rows.rows()
        .field("recipient", address, "who gets it")
        .field("amount", u64le, "grays")
        .make("Transfer");
  }

  private static Sequence<Raw> deploy() {
    return Rows.rows()
        .field("contract", Borsh.bytes, "WebAssembly code")
        .field("cbi_version", u32le, "version of the contract's binary interface")
        .make("Deploy");
  }

  private static Sequence<Raw> call() {
    return Rows.rows()
        .field("target", address, "address of the contract")
        .field("method", Borsh.string, "name of the method")
        .field("arguments", Borsh.option(Borsh.vec(Borsh.bytes)), "Borsh of each argument")
        .field("amount", Borsh.option(u64le), "grays that go with the call")
        .make("Call");
  }

  private static Sequence<Raw> commission(String name) {
    return Rows.rows()
        .field("commission_rate", u8, "percent of the rewards that the operator keeps")
        .make(name);
  }

  private static Sequence<Raw> createDeposit() {
    return Rows.rows()
        .field("operator", address, "whose pool it is")
        .field("balance", u64le, "grays")
        .field("auto_stake_rewards", Bool.bool, "whether rewards are staked at once")
        .make("CreateDeposit");
  }

  private static Sequence<Raw> setDeposit() {
    return Rows.rows()
        .field("operator", address, "whose pool it is")
        .field("auto_stake_rewards", Bool.bool, "whether rewards are staked at once")
        .make("SetDepositSettings");
  }

  private static Sequence<Raw> deposit(String name, String amount) {
    return Rows.rows()
        .field("operator", address, "whose pool it is")
        .field(amount, u64le, "grays")
        .make(name);
  }
}
