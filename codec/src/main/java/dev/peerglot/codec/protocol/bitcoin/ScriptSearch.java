// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.protocol.Search;
import dev.peerglot.codec.protocol.bitcoin.message.Block;
import dev.peerglot.codec.protocol.bitcoin.message.CFilter;
import dev.peerglot.codec.protocol.bitcoin.message.Tx;
import dev.peerglot.codec.session.MessageKind;
import dev.peerglot.codec.session.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks for scripts, given as addresses or in hex. A transaction or a block has those that an
 * output pays to; what an input spends is not in it. A block filter (BIP 158) covers both, and is
 * wrong once in 784,931 times, but only by saying yes.
 */
final class ScriptSearch implements Search {
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");

  private final Map<String, byte[]> wanted = new LinkedHashMap<>();

  /**
   * Looks for these.
   *
   * @throws Malformed for a text that is neither hex nor an address of the network
   */
  ScriptSearch(Network network, List<String> texts) {
    for (String text : texts) {
      wanted.put(text, script(network, text));
    }
  }

  private static byte[] script(Network network, String text) {
    if (HEX.matcher(text).matches()) {
      return Hex.parse(text);
    }
    try {
      return Chain.of(network).addresses().script(text);
    } catch (IllegalArgumentException e) {
      throw Malformed.wrong(
          "'" + text + "' is no address of " + network.scheme() + ", and no script in hex", -1);
    }
  }

  @Override
  public Optional<List<String>> in(MessageKind kind, byte[] body) {
    try {
      return switch (kind.name()) {
        case "cfilter" -> Optional.of(found(CFilter.WIRE.read(new In(body)).filter()::mayHold));
        case Messages.TX, Messages.BLOCK ->
            Optional.of(found(paid(kind.type().read(new In(body)))));
        default -> Optional.empty();
      };
    } catch (Malformed e) {
      return Optional.empty(); // the message's own record says what is wrong with it
    }
  }

  private static Predicate<byte[]> paid(Object message) {
    List<byte[]> scripts = new ArrayList<>();
    List<Tx> transactions =
        message instanceof Block block ? block.transactions() : List.of((Tx) message);
    for (Tx transaction : transactions) {
      transaction.outputs().forEach(output -> scripts.add(output.scriptPubKey()));
    }
    return script -> scripts.stream().anyMatch(other -> Arrays.equals(script, other));
  }

  private List<String> found(Predicate<byte[]> holds) {
    return wanted.entrySet().stream()
        .filter(entry -> holds.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
