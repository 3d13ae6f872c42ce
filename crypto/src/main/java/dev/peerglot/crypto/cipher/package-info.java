// SPDX-License-Identifier: Apache-2.0

/** Ciphers as the wires run them: with their chaining, nonces and rekeying. */
package dev.peerglot.crypto.cipher;
