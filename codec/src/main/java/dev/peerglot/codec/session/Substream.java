// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * The stream inside a connection that a message travelled on, where a network multiplexes.
 *
 * @param number its number in the connection
 * @param protocol the protocol id that was negotiated for it
 */
public record Substream(long number, String protocol) {}
