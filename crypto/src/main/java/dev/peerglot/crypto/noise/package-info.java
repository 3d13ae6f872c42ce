// SPDX-License-Identifier: Apache-2.0

/**
 * The Noise Protocol Framework (revision 34) with X25519, ChaCha20-Poly1305 and SHA-256, from
 * nobody's point of view: an object is fed what both ends sent and computes each agreement from
 * whichever private key it is given. Both live ends and an observer with a key log run the same.
 */
package dev.peerglot.crypto.noise;
