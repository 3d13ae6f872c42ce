// SPDX-License-Identifier: Apache-2.0

/**
 * Bitcoin: the peer-to-peer wire as spoken by Bitcoin Core 28 (protocol 70016), and by the coins
 * that took it over. TCP; little-endian but for ports and addresses.
 *
 * <pre>
 * dialer                                        listener
 *   |-- version --------------------------------->|   plain (v1): frames with magic and checksum
 *   |&lt;----------------------------------- version --|
 *   |&lt;---------- wtxidrelay, sendaddrv2, verack ----|
 *   |-- wtxidrelay, sendaddrv2, verack ---------->|   now both are greeted
 *   |-- getaddr --------------------------------->|
 *   |&lt;----------------------------- addr, addrv2 --|   once a connection, dialers only
 *   |-- ping, inv, getdata, getheaders ... -------|   both ways
 *
 * encrypted (v2, BIP 324), before all that:
 *   |-- key, 64 bytes | garbage, 0..4095 -------->|
 *   |&lt;-------- key, 64 bytes | garbage, 0..4095 --|   at the first byte that is no v1 frame
 *   |-- terminator | version packet | packets --->|
 *   |&lt;-- terminator | version packet | packets ---|   neither waits for the other's
 * </pre>
 *
 * <p>Quirks, each from Core's sources or the BIP:
 *
 * <ul>
 *   <li>There is no identity: a peer is its address. The nonce of the version only tells a
 *       connection to oneself; a session id of v2 can be compared out of band.
 *   <li>A full node, a ban and an old node that is spoken to in v2 all look the same: it closes
 *       without a word. A dialer that began with v2 tries once more with v1 ({@code net.cpp},
 *       {@code m_reconnections}).
 *   <li>A node that it dialled and that shows no header as heavy as its own tip is left after 20
 *       minutes and a question ({@code ConsiderEviction}); see {@link
 *       dev.peerglot.codec.protocol.bitcoin.PeerChain}.
 *   <li>A wrong checksum drops the message and keeps the connection; a wrong magic or a payload
 *       above 4,000,000 bytes ends it. Unknown commands are ignored.
 *   <li>Before 20 February 2012 {@code version} and {@code verack} had no checksum.
 *   <li>The magic is not in a v2 stream; it enters the keys, so that the garbage terminator tells
 *       the network. The first packet authenticates the sender's own garbage, be it a decoy or not.
 *   <li>Each packet counts for the ciphers of its direction: after lost bytes the number of packets
 *       is unknown, and has to be found by trying ({@link
 *       dev.peerglot.codec.protocol.bitcoin.PacketSearch}).
 *   <li>What is between version and verack is for features; a feature named later ends the
 *       connection.
 *   <li>{@code getaddr} is answered once, from a draw that is kept for a day; the first address
 *       message may be the node's own address alone.
 *   <li>Half the coins have Bitcoin's regtest magic for theirs: a magic alone names no coin.
 * </ul>
 */
package dev.peerglot.codec.protocol.bitcoin;
