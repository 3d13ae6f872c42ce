// SPDX-License-Identifier: Apache-2.0

/**
 * What the chain of BitShares is made of: blocks, transactions and all 78 operations, in the layout
 * of {@code libraries/protocol/include/graphene/protocol} and the JSON of a node's {@code
 * get_block}.
 *
 * <p>One difference to that JSON: fc puts whole numbers that do not fit 32 bits in quotes; here
 * they are JSON numbers, exact up to 64 bits. Both are read.
 *
 * <p>Quirks, each from the reference:
 *
 * <ul>
 *   <li>Fields stand in the order of {@code FC_REFLECT}, not of the struct.
 *   <li>A set is sorted by its C++ order and free of doubles before it is written: keys by the
 *       {@code address} of the key, votes by instance alone. Bytes in another order are read as
 *       they are; what a node hashes is its own, sorted form.
 *   <li>An extension counts the members that are present, then gives index and value of each.
 *   <li>The fee schedule is embedded without the presence byte that its pointer suggests, and
 *       {@code witness_pay_vesting_seconds} of the chain parameters was never written.
 *   <li>Text is not checked for being UTF-8, a key not for being on the curve.
 * </ul>
 */
package dev.peerglot.codec.protocol.bitshares.object;
