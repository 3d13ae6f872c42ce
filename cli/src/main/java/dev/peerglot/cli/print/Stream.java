// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.print;

/**
 * The connection that records belong to.
 *
 * @param number its number in this run
 * @param dialer the dialling end, {@code ip:port}
 * @param listener the listening end
 * @param network the network's scheme
 * @param transport which of the network's transports is spoken; empty where there is one
 */
public record Stream(
    long number, String dialer, String listener, String network, String transport) {}
