// SPDX-License-Identifier: Apache-2.0

/**
 * The messages of the rust teaching chain as JSON text, in the layout of the {@code Package} enum
 * ({@code bitcoin/src/net/net_processing.rs}).
 */
package dev.peerglot.codec.protocol.rustchain.message;
