// SPDX-License-Identifier: Apache-2.0

/** What commands say: JSON lines, the terminal view, trees, progress. */
package dev.peerglot.cli.print;
