// SPDX-License-Identifier: Apache-2.0

/**
 * libp2p on TCP: multistream-select, Noise XX, yamux or mplex, and on its streams identify, ping,
 * Kademlia and gossipsub ({@code libp2p/specs}).
 *
 * <pre>
 * dialer                                        listener
 *   |---- multistream, /noise -------------------->|   clear
 *   |&lt;--- multistream, /noise ---------------------|
 *   |---- u16be 32, e ---------------------------->|   Noise XX; rust sends it without waiting
 *   |&lt;--- u16be n, e, s, identity -----------------|
 *   |---- u16be n, s, identity ------------------->|
 *   |==== multistream, /yamux/1.0.0 ==============&gt;|   inside the cipher
 *   |&lt;=== multistream, /yamux/1.0.0 ===============|
 *   |==== streams, opened by either side ==========|   each begins with a negotiation
 * </pre>
 *
 * <p>Other networks that are libp2p with names and payloads of their own build on {@link
 * dev.peerglot.codec.protocol.libp2p.Dialect}, {@link dev.peerglot.codec.protocol.libp2p.Handshake}
 * and {@link dev.peerglot.codec.protocol.libp2p.Libp2pBehaviour}.
 */
package dev.peerglot.codec.protocol.libp2p;
