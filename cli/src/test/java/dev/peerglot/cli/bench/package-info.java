// SPDX-License-Identifier: Apache-2.0

/** Programs that are run by hand to measure whole commands; no tests. */
package dev.peerglot.cli.bench;
