// SPDX-License-Identifier: Apache-2.0

/**
 * What ParallelChain publishes and what its chain is made of, in Borsh: the messages of hotstuff_rs
 * 0.3, blocks, transactions and receipts of pchain-types 0.4 and 0.5.
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>The slots of a block have another order in each version, and the header that the HTTP
 *       interface shows has a third one; the data hash follows the slots, without their lengths.
 *   <li>Results of commands are numbered otherwise than the commands: Call is 1, Deploy 2.
 *   <li>A transaction of version 1 signs itself with 96 zero bytes for signature and hash; one of
 *       version 2 leaves them out and begins with the byte 2.
 *   <li>Leaves of the tree of transactions are hashes of the whole transaction in version 1 and of
 *       its signature in version 2.
 *   <li>Timestamps have 4 bytes, not 8 as in the protocol's document.
 *   <li>The places of signatures in a certificate mean the validators in ascending order; nothing
 *       in a message says who they are, so that signatures of certificates are not judged here.
 * </ul>
 */
package dev.peerglot.codec.protocol.parallelchain.message;
