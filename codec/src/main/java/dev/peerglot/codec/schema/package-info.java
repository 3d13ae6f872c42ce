// SPDX-License-Identifier: Apache-2.0

/**
 * Wire types as plain values: a message is declared once, as rows, and everything else derives from
 * the rows.
 */
package dev.peerglot.codec.schema;
