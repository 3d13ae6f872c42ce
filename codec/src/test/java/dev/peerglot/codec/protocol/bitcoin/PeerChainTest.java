// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.message.BlockHeader;
import dev.peerglot.codec.protocol.bitcoin.message.GetHeaders;
import dev.peerglot.codec.protocol.bitcoin.message.Headers;
import dev.peerglot.codec.session.Outgoing;
import dev.peerglot.codec.session.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A peer is shown its own chain, and no other. */
class PeerChainTest {
  private final PeerChain chain = new PeerChain(Chain.BITCOIN);
  private final List<BlockHeader> headers = new ArrayList<>();

  PeerChainTest() {
    byte[] previous = new byte[32];
    for (int i = 0; i < 2100; i++) {
      BlockHeader header = new BlockHeader(4, previous, new byte[32], i, 0x207fffffL, 0);
      headers.add(header);
      previous = header.hash();
    }
  }

  private byte[] getHeaders(int stop, int... located) {
    List<byte[]> locator = new ArrayList<>();
    for (int i : located) {
      locator.add(headers.get(i).hash());
    }
    byte[] end = stop < 0 ? new byte[32] : headers.get(stop).hash();
    Out out = new Out();
    GetHeaders.WIRE.write(out, new GetHeaders(70016, locator, end));
    return out.toBytes();
  }

  private byte[] headers(int from, int to) {
    Out out = new Out();
    Headers.WIRE.write(
        out,
        new Headers(headers.subList(from, to).stream().map(h -> new Headers.Entry(h, 0)).toList()));
    return out.toBytes();
  }

  /** What was said: the times of headers, or the name of another message. */
  private static List<String> said(Reply reply) {
    return reply.sayings().stream()
        .map(
            outgoing -> {
              Outgoing.Message message = (Outgoing.Message) outgoing;
              return message.kind().name().equals("headers")
                  ? Headers.WIRE.read(new In(message.body())).headers().stream()
                      .map(entry -> entry.header().time())
                      .toList()
                      .toString()
                  : message.kind().name();
            })
        .toList();
  }

  @Test
  void whoAsksIsAskedAndToldItsTip() {
    Reply first = chain.asked(getHeaders(-1, 8, 7, 0));
    assertEquals(List.of("[]", "getheaders"), said(first));
    assertArrayEquals(
        getHeaders(-1, 8, 7, 0), ((Outgoing.Message) first.sayings().getLast()).body());
    assertEquals(List.of("[]"), said(chain.asked(getHeaders(-1, 8, 7))), "one question at once");
    assertEquals(List.of("[9]"), said(chain.headers(headers(9, 10))));
    assertEquals(List.of("[9]"), said(chain.asked(getHeaders(-1, 8, 7, 0))));
    assertEquals(List.of("[]", "getheaders"), said(chain.asked(getHeaders(-1, 9, 8))));
  }

  @Test
  void aBlockGoesOnFromTheTip() {
    chain.headers(headers(9, 10));
    Out block = new Out();
    BlockHeader.WIRE.write(block, headers.get(10));
    block.u8(1).zeros(300); // what is behind the header is not looked at
    assertEquals(List.of("[10]"), said(chain.block(block.toBytes())));
    assertEquals(List.of("[9, 10]"), said(chain.asked(getHeaders(-1, 8))));
    assertEquals(List.of("[9]"), said(chain.asked(getHeaders(9, 8))));
    assertEquals(List.of("[10]"), said(chain.asked(getHeaders(-1, 12, 9, 8))));
    assertEquals(List.of("[10]"), said(chain.block(block.toBytes())), "once more, kept once");
    assertEquals(List.of("[9, 10]"), said(chain.asked(getHeaders(-1, 8))));
  }

  @Test
  void anotherBranchReplacesWhatIsKnown() {
    chain.headers(headers(9, 12));
    assertEquals(List.of("[20]"), said(chain.headers(headers(20, 21))));
    assertEquals(List.of("[]", "getheaders"), said(chain.asked(getHeaders(-1, 8))));
    assertEquals(List.of(), said(chain.headers(headers(0, 0))), "a peer that has nothing to tell");
    assertEquals(List.of("[20]"), said(chain.asked(getHeaders(-1, 19))));
  }

  @Test
  void noMoreIsKeptThanAMessageHolds() {
    chain.headers(headers(0, 2000));
    chain.headers(headers(2000, 2100));
    assertEquals(List.of("[]", "getheaders"), said(chain.asked(getHeaders(-1, 98))));
    List<BlockHeader> answer =
        Headers.WIRE
            .read(
                new In(
                    ((Outgoing.Message) chain.asked(getHeaders(-1, 99)).sayings().getFirst())
                        .body()))
            .headers()
            .stream()
            .map(Headers.Entry::header)
            .toList();
    assertEquals(2000, answer.size());
    assertEquals(100, answer.getFirst().time());
  }

  @Test
  void aLongLocatorIsCutAndAnEmptyOneNotAsked() {
    int[] many = new int[300];
    for (int i = 0; i < many.length; i++) {
      many[i] = 1000 - i;
    }
    Reply reply = chain.asked(getHeaders(-1, many));
    byte[] question = ((Outgoing.Message) reply.sayings().getLast()).body();
    assertEquals(101, GetHeaders.WIRE.read(new In(question)).locator().size());
    assertEquals(List.of("[]"), said(new PeerChain(Chain.BITCOIN).asked(getHeaders(-1))));
  }
}
