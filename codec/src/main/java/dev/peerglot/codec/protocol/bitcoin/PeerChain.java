// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.protocol.bitcoin.message.BlockHeader;
import dev.peerglot.codec.protocol.bitcoin.message.GetHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.Headers;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The newest headers of a peer's chain, told back to it. Core leaves a peer that it dialled when 20
 * minutes and a question have passed without a header of as much work as its own tip ({@code
 * ConsiderEviction} in {@code net_processing.cpp}). We have no chain; so when the peer asks for
 * headers, we ask it the same, and what it answers we announce to it, and to nobody else.
 */
final class PeerChain {
  /** Longer locators end the connection. */
  private static final int MOST_LOCATED = 101;

  private static final byte[] NO_STOP = new byte[32];

  private final Sequence<BlockHeader> wire;
  private final Sequence<Headers> message;
  private final List<Known> known = new ArrayList<>();
  private boolean asking;

  private record Known(byte[] hash, BlockHeader header) {}

  PeerChain(Chain chain) {
    wire = BlockHeader.of(chain);
    message = Headers.of(chain);
  }

  /** Answers {@code getheaders} with what follows the locator, as far as the peer has told it. */
  Reply asked(byte[] body) {
    GetHeaders request = GetHeaders.WIRE.read(new In(body));
    List<Known> following = following(request);
    Reply reply = new Reply().say(headers(following));
    if (following.isEmpty() && !asking && !request.locator().isEmpty()) {
      asking = true;
      List<byte[]> locator =
          request.locator().subList(0, Math.min(request.locator().size(), MOST_LOCATED));
      reply.say(
          Outgoing.Message.of(
              Messages.ALL.get(Messages.GETHEADERS),
              GetHeaders.WIRE,
              new GetHeaders(Greeting.PROTOCOL, locator, NO_STOP)));
    }
    return reply;
  }

  private List<Known> following(GetHeaders request) {
    for (byte[] hash : request.locator()) {
      for (int i = 0; i < known.size(); i++) {
        if (Arrays.equals(known.get(i).header().previousBlock(), hash)) {
          return known.subList(i, end(i, request.stopHash()));
        }
      }
      if (!known.isEmpty() && Arrays.equals(known.getLast().hash(), hash)) {
        return List.of(); // the peer's tip: nothing follows
      }
    }
    return List.of();
  }

  private int end(int from, byte[] stop) {
    for (int i = from; i < known.size(); i++) {
      if (Arrays.equals(known.get(i).hash(), stop)) {
        return i + 1;
      }
    }
    return known.size();
  }

  /** Learns from {@code headers}, and announces the newest. */
  Reply headers(byte[] body) {
    asking = false;
    List<Headers.Entry> entries = message.read(new In(body)).headers();
    entries.forEach(entry -> learn(entry.header()));
    return entries.isEmpty() ? new Reply() : new Reply().say(headers(List.of(known.getLast())));
  }

  /** Learns from a {@code block}, of which only the header is looked at, and announces it. */
  Reply block(byte[] body) {
    learn(wire.read(new In(body)));
    return new Reply().say(headers(List.of(known.getLast())));
  }

  /**
   * What does not go on where the last one ended begins anew: the peer changed to another chain.
   */
  private void learn(BlockHeader header) {
    byte[] hash = header.hash();
    if (!known.isEmpty() && Arrays.equals(known.getLast().hash(), hash)) {
      return;
    }
    if (!known.isEmpty() && !Arrays.equals(known.getLast().hash(), header.previousBlock())) {
      known.clear();
    }
    if (known.size() == Headers.MOST) {
      known.removeFirst();
    }
    known.add(new Known(hash, header));
  }

  private Outgoing headers(List<Known> some) {
    Headers headers =
        new Headers(some.stream().map(one -> new Headers.Entry(one.header(), 0)).toList());
    return Outgoing.Message.of(Messages.ALL.get(Messages.HEADERS), message, headers);
  }
}
