// SPDX-License-Identifier: Apache-2.0

/**
 * What stands on the command line: options that mean the same everywhere, durations, peers, fields.
 */
package dev.peerglot.cli.args;
