// SPDX-License-Identifier: Apache-2.0

/** Key derivation functions. */
package dev.peerglot.crypto.kdf;
