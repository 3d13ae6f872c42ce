// SPDX-License-Identifier: Apache-2.0

/**
 * Witnet: the peer-to-peer wire of a chain that answers questions about the world, as spoken by the
 * node of witnet-rust 2.0.26. Protobuf behind a length, over plain TCP: no encryption, no proof of
 * who a peer is, no checksum.
 *
 * <pre>
 * dialler                                 listener
 *   |---- Version -----------------------------&gt;|   magic, then clock (10 s)
 *   |&lt;--- Verack -------------------------------|
 *   |&lt;--- Version ------------------------------|   magic, clock, then the beacon
 *   |---- Verack ------------------------------&gt;|   both are consolidated
 *   |---- GetPeers ----------------------------&gt;|
 *   |&lt;--- Peers --------------------------------|   all that it has dialled itself
 *   |&lt;--- LastBeacon ---------------------------|   at the beginning of every epoch (20 s)
 *   |&lt;--- Block, Transaction, SuperBlockVote --&gt;|   new ones, in full, to everybody
 *   |---- LastBeacon (behind) -----------------&gt;|   begins a synchronisation
 *   |&lt;--- InventoryAnnouncement ----------------|
 *   |---- InventoryRequest --------------------&gt;|
 *   |&lt;--- Block ... ----------------------------|
 * </pre>
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>All networks have one magic, 10700 ({@code sessions_manager/mod.rs}); it keeps 1.x nodes
 *       away and nothing else. Mainnet and testnet differ in their epochs and genesis hashes only,
 *       so a peer of another network is told by the beacon in its {@code Version}, and a listener
 *       is never asked.
 *   <li>There is no word for no: a peer is refused by closing. Without a byte: another peer of our
 *       /18 is there ({@code reject_sybil_inbounds}; all of IPv6 is one range), no chain is loaded,
 *       or our clock or magic is off. Behind a whole handshake: no room.
 *   <li>A feeler, a dialler that only tests an address, closes when it has our {@code Version}; its
 *       {@code Verack} is dropped with the session and never seen.
 *   <li>{@code Peers} that nobody asked for make a node close and avoid the sender for an hour.
 *   <li>A dialler drops listeners that do not repeat its own tip every epoch ({@code
 *       sessions_manager/beacons.rs}).
 *   <li>{@code hash_prev_block} of a {@code LastBeacon} is the tip's own hash.
 *   <li>What is hashed is encoded anew ({@code data_structures/src/transaction.rs}): unknown fields
 *       do not count, and empty messages inside do. Blocks before V1_8 are hashed with six Merkle
 *       roots and sent with eight.
 *   <li>Superblock indexes are fixed32 in votes and varints elsewhere.
 *   <li>There is no ping since September 2019: {@code GetPeers} is what a node answers at once.
 * </ul>
 */
package dev.peerglot.codec.protocol.witnet;
