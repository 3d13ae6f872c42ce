// SPDX-License-Identifier: Apache-2.0

/**
 * The rules of the house, as tests over the whole tree: format, sizes, arrows between packages, the
 * rooms of a protocol, licence lines, doc comments, reasons for dependencies, the generated table
 * of packages, the launcher.
 *
 * <p>Each rule is a function from what it looks at to a list of faults, so that it can be tried on
 * a bad sample too.
 */
package dev.peerglot.house;
