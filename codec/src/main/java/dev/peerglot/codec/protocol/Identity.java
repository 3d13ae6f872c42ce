// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import java.util.Map;

/**
 * An identity key in every notation of its network.
 *
 * @param secret the private key
 * @param notations the public forms, by their names, in order
 */
public record Identity(byte[] secret, Map<String, String> notations) {}
