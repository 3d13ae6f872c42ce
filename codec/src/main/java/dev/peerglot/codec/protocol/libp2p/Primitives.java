// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.libp2p;

/** Protocol ids that all networks of libp2p share. */
final class Primitives {
  static final String NOISE = "/noise";
  static final String IDENTIFY = "/ipfs/id/1.0.0";
  static final String PUSH = "/ipfs/id/push/1.0.0";
  static final String PING = "/ipfs/ping/1.0.0";
  static final String MESHSUB = "/meshsub/";
  static final String MESHSUB_1_1 = "/meshsub/1.1.0";
  static final String MESHSUB_1_0 = "/meshsub/1.0.0";
  static final String FLOODSUB = "/floodsub/";

  private Primitives() {}
}
