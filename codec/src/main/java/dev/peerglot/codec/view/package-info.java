// SPDX-License-Identifier: Apache-2.0

/**
 * What people and scripts see of a wire value: JSON out and in, the field tree, the reference,
 * words and samples.
 */
package dev.peerglot.codec.view;
