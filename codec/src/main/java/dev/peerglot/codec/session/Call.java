// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * A connection that a behaviour wants made: on some networks an answer does not come back on the
 * connection of the question. The driver makes it when no other of its calls to that peer is open.
 *
 * @param peer whom to dial
 * @param behaviour who speaks there
 */
public record Call(PeerAddress peer, Behaviour behaviour) {}
