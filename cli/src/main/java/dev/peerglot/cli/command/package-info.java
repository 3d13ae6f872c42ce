// SPDX-License-Identifier: Apache-2.0

/** The commands, one verb a file. */
package dev.peerglot.cli.command;
