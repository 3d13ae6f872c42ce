// SPDX-License-Identifier: Apache-2.0

/**
 * Elliptic curves over plain byte arrays: keys, key agreement and recoverable signatures.
 *
 * <p>Curve arithmetic is BouncyCastle's lightweight API. It is not hardened against an observer who
 * measures time on the same machine; keys of value have no business in a diagnostic tool.
 */
package dev.peerglot.crypto.curve;
