// SPDX-License-Identifier: Apache-2.0

/**
 * Captures of network traffic: pcap and pcapng in, byte streams of TCP connections and UDP
 * datagrams out, and a writer.
 *
 * <p>A {@link dev.peerglot.codec.capture.PacketSource} gives records in place from a large buffer;
 * {@link dev.peerglot.codec.capture.Traffic} takes link layers, IP and TCP off and calls a {@link
 * dev.peerglot.codec.capture.StreamSink} with the bytes in order:
 *
 * <pre>
 *   Capture.open → PacketSource → Traffic (LinkLayer → IpPacket → TcpStreams) → StreamSink
 * </pre>
 *
 * <p>Nothing that was captured is lost: bytes in order are delivered, holes are reported with their
 * size, and what cannot be placed is counted.
 */
package dev.peerglot.codec.capture;
