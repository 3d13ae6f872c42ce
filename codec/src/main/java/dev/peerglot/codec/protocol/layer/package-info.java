// SPDX-License-Identifier: Apache-2.0

/**
 * Storeys that networks put on top of each other inside one TCP connection, each by itself:
 * multistream-select, Noise framing, yamux, mplex. A storey takes bytes from a {@link
 * dev.peerglot.codec.protocol.layer.Flow} of either side and gives bytes for a {@link
 * dev.peerglot.codec.protocol.layer.Carried} flow above; it has no role, socket, clock or
 * randomness. Every byte keeps its place on the wire on the way up.
 */
package dev.peerglot.codec.protocol.layer;
