// SPDX-License-Identifier: Apache-2.0

/** Crawling: the pure frontier, the crawler that drives it, what it found. */
package dev.peerglot.cli.crawl;
