// SPDX-License-Identifier: Apache-2.0

/** Finished crawls: their tables, pictures and differences. */
package dev.peerglot.cli.map;
