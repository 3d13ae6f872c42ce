// SPDX-License-Identifier: Apache-2.0

/**
 * The only sockets, threads and clocks: what brings bytes to the conversations of codec.session.
 */
package dev.peerglot.cli.driver;
