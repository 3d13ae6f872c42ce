// SPDX-License-Identifier: Apache-2.0

/** The messages of Bitcoin, in the layout of Bitcoin Core and the BIPs. */
package dev.peerglot.codec.protocol.bitcoin.message;
