// SPDX-License-Identifier: Apache-2.0

/**
 * Windows over bytes: reading, growing output, stream buffers, hex in and out, and what is wrong
 * with them.
 */
package dev.peerglot.codec.bytes;
