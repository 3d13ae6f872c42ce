// SPDX-License-Identifier: Apache-2.0

/** The filters by which light clients find their transactions: BIP 158 and BIP 37. */
package dev.peerglot.codec.protocol.bitcoin.filter;
