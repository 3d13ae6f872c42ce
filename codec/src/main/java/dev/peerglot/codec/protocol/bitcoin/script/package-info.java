// SPDX-License-Identifier: Apache-2.0

/** Bitcoin scripts as people read them: instructions, well-known kinds, addresses. */
package dev.peerglot.codec.protocol.bitcoin.script;
