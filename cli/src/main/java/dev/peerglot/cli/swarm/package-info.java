// SPDX-License-Identifier: Apache-2.0

/** A whole local network of simulated peers, each really speaking its protocol. */
package dev.peerglot.cli.swarm;
