// SPDX-License-Identifier: Apache-2.0

/** peerglot. */
package dev.peerglot.cli;
