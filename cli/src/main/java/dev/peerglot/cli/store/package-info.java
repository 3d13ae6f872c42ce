// SPDX-License-Identifier: Apache-2.0

/** Crawls that outlive their process: one schema and one code path for SQLite and PostgreSQL. */
package dev.peerglot.cli.store;
