// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

import dev.peerglot.codec.bytes.Out;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A live end: a transcript that may also speak for one side. What it says goes to the wire and is
 * fed back to its own transcript, so that the sending path is decoded by the receiving code on
 * every run. The driver feeds it bytes and time, and takes bytes, events and wake-up times. One
 * thread at a time.
 */
public final class Endpoint {
  private final Side me;
  private final Transcript transcript;
  private final Behaviour behaviour;
  private final Queue<Event> seen = new ArrayDeque<>();
  private final Queue<Outgoing> sayings = new ArrayDeque<>();
  private final Queue<Call> calls = new ArrayDeque<>();
  private Out outbox = new Out();
  private Instant wakeAt;
  private boolean noMore;
  private boolean hangUp;

  /** An end that has not started. */
  public Endpoint(Side me, Transcript transcript, Behaviour behaviour) {
    this.me = me;
    this.transcript = transcript;
    this.behaviour = behaviour;
  }

  /** The connection has just been made. */
  public void start(Instant now) {
    accept(behaviour.start(now));
    settle(now);
  }

  /** Bytes of the peer have come. */
  public void receive(byte[] bytes, int offset, int length, Instant now) {
    transcript.feed(me.other(), bytes, offset, length);
    settle(now);
  }

  /** The peer has closed its direction. */
  public void ended(Instant now) {
    transcript.end(me.other(), true);
    settle(now);
  }

  /** A time has come; wakes the behaviour if it asked for that. */
  public void tick(Instant now) {
    if (wakeAt != null && !now.isBefore(wakeAt)) {
      wakeAt = null;
      accept(behaviour.wake(now));
      settle(now);
    }
  }

  /** Says something that the user wants said, in the way that is polite on this network. */
  public void say(Outgoing outgoing, Instant now) {
    accept(behaviour.wish(outgoing, now));
    settle(now);
  }

  /** The user has said everything. */
  public void saidAll(Instant now) {
    accept(behaviour.saidAll(now));
    settle(now);
  }

  /** Leaves politely. */
  public void leave(Instant now) {
    accept(behaviour.leave(now).hangUp());
    settle(now);
  }

  /** Takes on what a behaviour wants; whatever it has said before goes out first. */
  private void accept(Reply reply) {
    if (hangUp) {
      return;
    }
    if (reply.wakeAt() != null) {
      wakeAt = reply.wakeAt();
    }
    calls.addAll(reply.calls());
    if (!noMore) {
      sayings.addAll(reply.sayings());
    }
    noMore |= reply.saysNoMore();
    hangUp = reply.hangsUp();
  }

  /** Says everything that is to be said, then hears the next event, until there is neither. */
  private void settle(Instant now) {
    while (true) {
      Outgoing saying = sayings.poll();
      if (saying != null) {
        byte[] bytes = transcript.seal(me, saying);
        outbox.bytes(bytes);
        transcript.feed(me, bytes);
        continue;
      }
      if (noMore) {
        transcript.end(me, true);
      }
      Event event = transcript.poll();
      if (event == null) {
        return;
      }
      seen.add(event);
      if (!hangUp) {
        accept(behaviour.on(event, now));
      }
    }
  }

  /** The bytes to be written to the wire now; each is given once. */
  public byte[] take() {
    byte[] bytes = outbox.toBytes();
    outbox = new Out();
    return bytes;
  }

  /** The next event of either side, for whoever watches; null if there is none. */
  public Event poll() {
    return seen.poll();
  }

  /** The next connection that the behaviour wants made; null if there is none. */
  public Call pollCall() {
    return calls.poll();
  }

  /** Whether the conversation goes on after the connection: see {@link Behaviour#awaits}. */
  public boolean awaits(Instant now) {
    return behaviour.awaits(now);
  }

  /** Whether our direction is to be closed once everything taken is written. */
  public boolean saysNoMore() {
    return noMore;
  }

  /** When {@link #tick} is wanted, or null. */
  public Instant wakeAt() {
    return wakeAt;
  }

  /** Whether the connection is to be closed once everything taken is written. */
  public boolean hangsUp() {
    return hangUp;
  }

  /** What is known about the peer. */
  public Findings findings() {
    return behaviour.findings();
  }

  /** The transcript of both sides. */
  public Transcript transcript() {
    return transcript;
  }
}
