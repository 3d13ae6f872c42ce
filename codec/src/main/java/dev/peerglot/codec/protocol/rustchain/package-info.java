// SPDX-License-Identifier: Apache-2.0

/**
 * The rust teaching chain: the peer-to-peer wire of {@code bkunyiha/rust-blockchain@3153dc7}, a
 * Bitcoin-like chain with a book. JSON in the clear, no frame, no handshake, no identity; every
 * answer comes on a new connection to the address that the asker gives.
 *
 * <pre>
 * asker A                                        node N
 *   |== TCP 1 =&gt; KnownNodes{addr_from:A,nodes:[]} ==&gt;|   A closes its direction at once
 *   |&lt;= TCP 2 == KnownNodes{addr_from:N,nodes:[…]} ==|   2 and 3 in either order
 *   |&lt;= TCP 3 == Version{addr_from:N,1,height} ======|   A is not entered into N's list
 *
 * new node A                                     node N, ahead
 *   |== Version{A,1,0} ==&gt;|&lt;== Version{N,1,h} ==|     A is in N's list now
 *   |== GetBlocks{A} =====&gt;|&lt;== Inv{N,Block,[tip … genesis]} ==|
 *   |== GetData{A,Block,id} ==&gt;|&lt;== Block{N,…} ==|    one at a time
 * </pre>
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>One value a connection, written token by token: some 18 segments a message. Values back to
 *       back are read all the same ({@code server.rs}).
 *   <li>An accepted connection is read by a blocking call on a worker of the async runtime: one
 *       idle connection freezes the node. Hence: say, close, wait.
 *   <li>Blocks and transactions are bincode as JSON lists of numbers. The id of a block is the text
 *       of its hash, 64 letters; that of a transaction its 32 bytes.
 *   <li>A transaction's id is taken before it is signed; a coinbase has random bytes for a
 *       signature, and stands last in its block.
 *   <li>{@code Inv} without items, and blocks that cannot be decoded, make a handler panic ({@code
 *       net_processing.rs}); the process lives on.
 *   <li>A node in a container announces {@code 0.0.0.0} ({@code docker-entrypoint.sh}): the address
 *       of the connection stands in.
 *   <li>{@code SendBitCoin} and {@code AdminNodeQuery} are obeyed whoever sends them.
 *   <li>The book's draft has {@code {"op_type":…,"data":…}}; no known node does.
 * </ul>
 */
package dev.peerglot.codec.protocol.rustchain;
