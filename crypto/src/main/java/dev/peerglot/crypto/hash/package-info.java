// SPDX-License-Identifier: Apache-2.0

/** Hash functions, one a file; the JDK's digests where the JDK has them. */
package dev.peerglot.crypto.hash;
