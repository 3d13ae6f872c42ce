// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.session.MessageKind;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every message of every protocol the moment it is declared. */
class EveryMessageTest {
  private static List<DynamicTest> each(Consumer<MessageKind> check) {
    return Protocols.all().stream()
        .flatMap(
            protocol -> MessageChecks.each(protocol.name(), protocol.messages(), check).stream())
        .toList();
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
