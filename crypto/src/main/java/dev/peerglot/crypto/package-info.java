// SPDX-License-Identifier: Apache-2.0

/**
 * What the wires need of cryptography: where randomness comes from, and one room per family below.
 */
package dev.peerglot.crypto;
