// SPDX-License-Identifier: Apache-2.0

/** The catalogue of protocols and the rooms that each of them has. */
package dev.peerglot.codec.protocol;
