// SPDX-License-Identifier: Apache-2.0

/** Completion: what may be typed where, and the scripts of the shells that know it. */
package dev.peerglot.cli.complete;
