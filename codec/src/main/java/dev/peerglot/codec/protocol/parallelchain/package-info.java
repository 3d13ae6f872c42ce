// SPDX-License-Identifier: Apache-2.0

/**
 * ParallelChain: what its peers publish over libp2p, as spoken by pchain-network 0.4.2 to 0.6.0
 * with hotstuff_rs 0.3.
 *
 * <pre>
 * TCP | Noise frame | yamux or mplex | stream /meshsub/1.1.0 | RPC | publish[i].data = payload
 * </pre>
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>Nothing in the handshake tells networks apart; the chain id stands only in the payloads of
 *       consensus.
 *   <li>The node's key is the account's, the validator's and libp2p's at once.
 *   <li>Topics have other names in 0.6 than in 0.5, and pending transactions got a tag, so that the
 *       two connect but do not understand each other.
 *   <li>Payloads are decoded from the front and what follows is passed over; inside of blocks it is
 *       an error.
 *   <li>A server sends at least as many blocks as it likes, however few were asked for.
 * </ul>
 */
package dev.peerglot.codec.protocol.parallelchain;
