// SPDX-License-Identifier: Apache-2.0

/**
 * BitShares: the peer-to-peer wire of a delegated-proof-of-stake chain, as spoken by {@code
 * libraries/net} of bitshares-core 7.0.2 (protocol 106, unchanged since 2018).
 *
 * <pre>
 * dialer                                  listener
 *   |---- ephemeral public key, 33 bytes ---->|   clear; both at once, in either order
 *   |&lt;--- ephemeral public key, 33 bytes -----|
 *   |==== hello_message =====================&gt;|   from here AES-256-CBC, one chain a direction
 *   |&lt;=== hello_message ======================|
 *   |&lt;=== connection_accepted | _rejected ====|
 *   |==== connection_accepted | _rejected ===&gt;|
 *   |==== address_request ===================&gt;|
 *   |&lt;=== address ============================|   its active peers, not its address book
 *   |&lt;=== address_request ====================|
 *   |==== address ===========================&gt;|   now both are active
 *   |==== current_time_request, fetch_blockchain_item_ids ...
 * </pre>
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>Key and IV serve both directions; the IV is a CityHash of fc's own making ({@code
 *       src/crypto/city.cpp}), so stock CityHash garbles exactly the first 16 bytes.
 *   <li>The digest signed in the hello is the AES key ({@code node.cpp}, {@code on_hello_message}).
 *   <li>IPv4 octets travel reversed, ports little-endian; there is no IPv6.
 *   <li>{@code item_ids_inventory} names items by message hash, {@code
 *       blockchain_item_ids_inventory} by block id; asking for a hash that was not offered makes a
 *       node drop the connection.
 *   <li>A node that closes says so in {@code closing_connection} and waits; one that hears it does
 *       nothing. A polite client closes TCP itself.
 *   <li>{@code network_mapper} sends {@code connection_rejected} with uninitialised reason and
 *       version.
 * </ul>
 */
package dev.peerglot.codec.protocol.bitshares;
