// SPDX-License-Identifier: Apache-2.0

/** Text notations of keys and addresses, one notation a file. */
package dev.peerglot.codec.text;
