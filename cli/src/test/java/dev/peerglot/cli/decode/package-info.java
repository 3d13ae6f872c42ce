// SPDX-License-Identifier: Apache-2.0

/** {@code decode} as a whole: captures of real nodes go in, in every state that captures are in. */
package dev.peerglot.cli.decode;
