// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.capture;

import java.io.IOException;

/**
 * Takes packets apart and hands the content of their conversations to a sink.
 *
 * <p>One thread at a time. Memory is bounded by {@link CaptureLimits} whatever the packets say.
 */
public final class Traffic {
  private static final int ADDRESS_CACHE = 1024;

  private final StreamSink sink;
  private final TcpStreams tcp;
  private boolean cut;
  private final CaptureCounts counts = new CaptureCounts();
  private final IpPacket ip = new IpPacket();
  private final Fragments fragments = new Fragments();
  private final IpPort[] addresses = new IpPort[ADDRESS_CACHE];
  private long lastNanos;

  /** Creates a taker of packets that delivers to a sink. */
  public Traffic(StreamSink sink, CaptureLimits limits) {
    this.sink = sink;
    this.tcp = new TcpStreams(sink, limits, counts);
  }

  /** Returns what was counted so far. */
  public CaptureCounts counts() {
    return counts;
  }

  /**
   * Reads a source to its end and finishes; also when the source breaks, in which case its fault is
   * thrown after everything before it was delivered.
   */
  public void drain(PacketSource source) throws IOException {
    try {
      for (CaptureRecord record = source.next(); record != null; record = source.next()) {
        accept(record);
      }
    } catch (IOException e) {
      finish();
      throw e;
    }
    finish();
  }

  /** Takes in one record. */
  public void accept(CaptureRecord record) {
    if (record.kind == CaptureRecord.Kind.SECRETS) {
      sink.secrets(record.secretsType, record.buffer, record.offset, record.length);
      return;
    }
    counts.packets++;
    counts.packetBytes += record.length;
    counts.fractionDigits = Math.max(counts.fractionDigits, record.fractionDigits);
    lastNanos = record.epochNanos;
    cut = record.length < record.originalLength;
    byte[] buffer = record.buffer;
    int end = record.offset + record.length;
    int at = LinkLayer.ipOffset(record.linkType, buffer, record.offset, end);
    if (at < 0) {
      countRefused(at);
      return;
    }
    if (!ip.parse(buffer, at, end, record.offset + record.originalLength)) {
      senseless();
    } else if (ip.fragment) {
      fragment(buffer, record.epochNanos);
    } else {
      transport(buffer, record.epochNanos);
    }
  }

  /**
   * Time has passed without a packet, as a live source knows: what has waited long enough for bytes
   * that were to come before it is delivered.
   *
   * @param nanos how much since the last packet
   */
  public void idle(long nanos) {
    tcp.pass(lastNanos + nanos);
  }

  /** Ends everything that is open. */
  public void finish() {
    for (Fragments.Datagram d = fragments.giveUpOldest(); d != null; d = fragments.giveUpOldest()) {
      incomplete(d, lastNanos);
    }
    tcp.finish();
  }

  /** Headers make no sense, or are not all there. */
  private void senseless() {
    if (cut) {
      counts.headless++;
    } else {
      counts.malformed++;
    }
  }

  private void countRefused(int why) {
    switch (why) {
      case LinkLayer.NOT_IP -> counts.notIp++;
      case LinkLayer.UNKNOWN_LINK -> counts.unknownLink++;
      default -> senseless();
    }
  }

  private void transport(byte[] buffer, long nanos) {
    switch (ip.protocol) {
      case IpPacket.TCP -> segment(buffer, nanos);
      case IpPacket.UDP -> datagram(buffer, nanos);
      default -> counts.otherProtocols++;
    }
  }

  /**
   * TCP header: ports 2+2, sequence 4, acknowledgment 4, header length in words (upper 4 bits),
   * flags, window 2, checksum 2, urgent 2, options. Returns the index of the payload's first byte,
   * or -1.
   */
  private int segment(byte[] buffer, long nanos) {
    int start = ip.start;
    if (ip.end - start < 20) {
      senseless();
      return -1;
    }
    int header = (Octets.u8(buffer, start + 12) >> 4) * 4;
    int payload = start + header;
    if (header < 20 || payload > ip.wireEnd) {
      senseless();
      return -1;
    }
    counts.tcp++;
    int have = Math.max(0, ip.end - payload);
    tcp.segment(
        ip,
        Octets.i32(buffer, start),
        Octets.i32(buffer, start + 4),
        Octets.i32(buffer, start + 8),
        Octets.u8(buffer, start + 13),
        buffer,
        payload,
        have,
        ip.wireEnd - payload - have,
        nanos);
    return payload;
  }

  /** UDP header: ports 2+2, length 2, checksum 2. A length of 0 stands for the packet's. */
  private void datagram(byte[] buffer, long nanos) {
    int start = ip.start;
    if (ip.end - start < 8) {
      senseless();
      return;
    }
    counts.udp++;
    int claimed = Octets.u16(buffer, start + 4);
    int wireEnd = claimed < 8 ? ip.wireEnd : Math.min(ip.wireEnd, start + claimed);
    int end = Math.min(ip.end, wireEnd);
    IpPort source = address(ip.sourceHigh, ip.sourceLow, Octets.u16(buffer, start));
    IpPort destination =
        address(ip.destinationHigh, ip.destinationLow, Octets.u16(buffer, start + 2));
    sink.datagram(source, destination, buffer, start + 8, end - start - 8, wireEnd - end, nanos);
  }

  private IpPort address(long high, long low, int port) {
    long hash = (high * 31 + low) * 0x9e37_79b9_7f4a_7c15L + port * 0x85eb_ca6bL;
    int slot = (int) (hash >>> 40) & ADDRESS_CACHE - 1;
    IpPort cached = addresses[slot];
    if (cached == null || !cached.is(high, low, ip.ipv6, port)) {
      cached = IpPort.of(high, low, ip.ipv6, port);
      addresses[slot] = cached;
    }
    return cached;
  }

  private void fragment(byte[] buffer, long nanos) {
    counts.fragments++;
    Fragments.Datagram whole = fragments.add(ip, buffer, nanos);
    if (whole != null) {
      if (ip.reassembled(whole.bytes, whole.protocol, 0, whole.length)) {
        transport(whole.bytes, nanos);
      } else {
        senseless();
      }
    }
    for (Fragments.Datagram d = fragments.expire(nanos); d != null; d = fragments.expire(nanos)) {
      incomplete(d, nanos);
    }
  }

  /** Delivers what is there of a datagram whose other fragments were never captured. */
  private void incomplete(Fragments.Datagram datagram, long nanos) {
    counts.incompleteDatagrams++;
    int first = datagram.present.nextClearBit(0);
    datagram.addressTo(ip);
    if (datagram.protocol < 0 || !ip.reassembled(datagram.bytes, datagram.protocol, 0, first)) {
      return;
    }
    if (ip.protocol != IpPacket.TCP) {
      ip.wireEnd = Math.max(first, Math.max(datagram.length, datagram.present.length()));
      transport(datagram.bytes, nanos);
      return;
    }
    int header = ip.start;
    if (ip.end - header >= 20) {
      // Where the segment ends, and so what a FIN's place is, is not known for sure.
      datagram.bytes[header + 13] &= ~TcpStreams.FIN;
    }
    int payload = segment(datagram.bytes, nanos);
    if (payload < 0) {
      return;
    }
    int from = datagram.present.nextSetBit(first);
    while (from >= 0) {
      int to = datagram.present.nextClearBit(from);
      tcp.segment(
          ip,
          Octets.i32(datagram.bytes, header),
          Octets.i32(datagram.bytes, header + 4) + from - payload,
          Octets.i32(datagram.bytes, header + 8),
          TcpStreams.ACK,
          datagram.bytes,
          from,
          to - from,
          0,
          nanos);
      from = datagram.present.nextSetBit(to);
    }
  }
}
