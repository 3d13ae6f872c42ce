// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.session;

/**
 * The two ends of a connection as seen from ours, as numeric addresses.
 *
 * @param localHost our address
 * @param localPort our port
 * @param remoteHost the peer's address
 * @param remotePort the peer's port
 * @param listening the port on which we can be dialled, or 0
 */
public record Line(
    String localHost, int localPort, String remoteHost, int remotePort, int listening) {}
