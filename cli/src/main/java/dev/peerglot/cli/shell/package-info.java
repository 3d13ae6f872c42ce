// SPDX-License-Identifier: Apache-2.0

/** The interactive shell; the only place that knows JLine. */
package dev.peerglot.cli.shell;
