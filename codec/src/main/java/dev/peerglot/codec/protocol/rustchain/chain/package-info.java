// SPDX-License-Identifier: Apache-2.0

/**
 * Blocks and transactions of the rust teaching chain, which travel as bincode inside of JSON, in
 * the encodings that the project has had ({@code bitcoin/src/primitives/}).
 */
package dev.peerglot.codec.protocol.rustchain.chain;
