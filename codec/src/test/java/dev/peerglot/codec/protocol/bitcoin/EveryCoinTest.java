// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every message, in the layout of each coin but Bitcoin itself. */
class EveryCoinTest {
  private static List<DynamicTest> each(Consumer<MessageKind> check) {
    Set<String> seen = new HashSet<>(Set.of(Chain.BITCOIN.coin()));
    return Networks.ALL.stream()
        .filter(network -> seen.add(Chain.of(network).coin()))
        .flatMap(network -> checks(network, check).stream())
        .toList();
  }

  private static List<DynamicTest> checks(Network network, Consumer<MessageKind> check) {
    return MessageChecks.each(network.scheme(), Messages.of(network), check);
  }

  @TestFactory
  List<DynamicTest> readsAndWritesTheSameBytes() {
    return each(kind -> MessageChecks.readsAndWrites(kind.type()));
  }

  @TestFactory
  List<DynamicTest> comesBackFromJsonUnchanged() {
    return each(MessageChecks::comesBackFromJson);
  }

  @TestFactory
  List<DynamicTest> cutAnywhereItFaultsAndShowsWhatWasBefore() {
    return each(MessageChecks::cutAnywhere);
  }

  @TestFactory
  List<DynamicTest> everyRowHasItsSentence() {
    return each(MessageChecks::explained);
  }

  @TestFactory
  List<DynamicTest> mutatedBytesGiveFaultsAndNothingElse() {
    return each(MessageChecks::damaged);
  }
}
