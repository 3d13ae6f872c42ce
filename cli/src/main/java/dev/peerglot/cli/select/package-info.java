// SPDX-License-Identifier: Apache-2.0

/** Choosing records and parts of them: the conditions of {@code --where}, the columns of fields. */
package dev.peerglot.cli.select;
