// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.crypto.noise;

/** What a Noise message carries or mixes in (revision 34, section 5.3). */
public enum Token {
  /** The writer's ephemeral public key, in the clear. */
  E,
  /** The writer's static public key, sealed once there is a key. */
  S,
  /** Agreement of both ephemeral keys. */
  EE,
  /** Agreement of the initiator's ephemeral and the responder's static key. */
  ES,
  /** Agreement of the initiator's static and the responder's ephemeral key. */
  SE,
  /** Agreement of both static keys. */
  SS
}
