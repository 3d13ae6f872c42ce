// SPDX-License-Identifier: Apache-2.0

/**
 * One connection as both sides made it: transcript, directions, behaviour, secrets. No socket,
 * clock, thread or randomness.
 */
package dev.peerglot.codec.session;
