// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.parallelchain;

import dev.peerglot.codec.protocol.Catalogue;
import dev.peerglot.codec.protocol.MessageChecks;
import dev.peerglot.codec.session.MessageKind;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every payload and every part of one. */
class PayloadChecksTest {
  private static List<DynamicTest> each(Consumer<MessageKind> check) {
    return MessageChecks.each("payload", Messages.in(new Catalogue("")), check);
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
