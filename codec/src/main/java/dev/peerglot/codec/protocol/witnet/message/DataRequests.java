// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.witnet.message;

import dev.peerglot.codec.protocol.witnet.Hashes;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Protobuf;
import dev.peerglot.codec.schema.Raw;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Tags;

/**
 * What a data request asks the network's witnesses to do. Scripts, arguments and values are CBOR.
 */
public final class DataRequests {
  private static final int MOST = 1 << 16;
  private static final int LONGEST = 1 << 20;

  private static final Names KINDS =
      Names.values()
          .on(0, "Unknown")
          .on(1, "HttpGet")
          .on(2, "Rng")
          .on(3, "HttpPost")
          .on(4, "HttpHead");

  private static final Names FILTERS =
      Names.values()
          .on(0x00, "GreaterThan")
          .on(0x01, "LessThan")
          .on(0x02, "Equals")
          .on(0x03, "DeviationAbsolute")
          .on(0x04, "DeviationRelative")
          .on(0x05, "DeviationStandard")
          .on(0x06, "Top")
          .on(0x07, "Bottom")
          .on(0x08, "Mode")
          .on(0x80, "LessOrEqualThan")
          .on(0x81, "GreaterOrEqualThan")
          .on(0x82, "NotEquals")
          .on(0x83, "NotDeviationAbsolute")
          .on(0x84, "NotDeviationRelative")
          .on(0x85, "NotDeviationStandard")
          .on(0x86, "NotTop")
          .on(0x87, "NotBottom");

  private static final Names REDUCERS =
      Names.values()
          .on(0x00, "Min")
          .on(0x01, "Max")
          .on(0x02, "Mode")
          .on(0x03, "AverageMean")
          .on(0x04, "AverageMeanWeighted")
          .on(0x05, "AverageMedian")
          .on(0x06, "AverageMedianWeighted")
          .on(0x07, "DeviationStandard")
          .on(0x08, "DeviationAverageAbsolute")
          .on(0x09, "DeviationMedianAbsolute")
          .on(0x0a, "DeviationMaximumAbsolute")
          .on(0x0b, "HashConcatenate");

  private static final Protobuf<Raw> STRING_PAIR =
      Protobuf.of(
          Rows.rows()
              .field("left", Tags.string(1, LONGEST), "name of the header")
              .field("right", Tags.string(2, LONGEST), "its value")
              .make("StringPair"));

  private static final Protobuf<Raw> RETRIEVE =
      Protobuf.of(
          Rows.rows()
              .field(
                  "kind", Tags.enumeration(1, KINDS), "how; 0 in encodings before September 2021")
              .field("url", Tags.string(2, LONGEST), "where")
              .field("script", Tags.bytes(3), "what to do with the answer: a CBOR array")
              .field("body", Tags.bytes(4), "of an HTTP POST")
              .field("headers", Tags.repeated(5, STRING_PAIR, MOST), "of the HTTP request")
              .make("RADRetrieve"));

  private static final Protobuf<Raw> FILTER =
      Protobuf.of(
          Rows.rows()
              .field("op", Tags.uint32(1, FILTERS), "which; only 5 and 8 are in use")
              .field("args", Tags.bytes(2), "its arguments in CBOR")
              .make("RADFilter"));

  /** {@code RADRequest}. */
  public static final Protobuf<Raw> RAD_REQUEST =
      Protobuf.of(
          rad()
              .derive(
                  "rad_hash",
                  "SHA-256 of the request: the id of its type",
                  Hashes.row(request -> Hashes.of(DataRequests.RAD_REQUEST, request))));

  /** {@code DataRequestOutput}. */
  public static final Protobuf<Raw> OUTPUT =
      Protobuf.of(
          Rows.rows()
              .field("data_request", Tags.always(1, RAD_REQUEST), "what to do")
              .field("witness_reward", Tags.uint64(2), "nanowit to each honest witness")
              .field("witnesses", Tags.uint32(3, 0xffff), "how many")
              .field("commit_and_reveal_fee", Tags.uint64(4), "nanowit to the miner of each")
              .field("min_consensus_percentage", Tags.uint32(5), "51 to 99")
              .field("collateral", Tags.uint64(6), "nanowit that each witness locks up")
              .make("DataRequestOutput"));

  private DataRequests() {}

  private static Sequence<Raw> rad() {
    return Rows.rows()
        .field("time_lock", Tags.uint64(1), "not before, in seconds since 1970")
        .field("retrieve", Tags.repeated(2, RETRIEVE, MOST), "sources")
        .field("aggregate", Tags.always(3, step("RADAggregate")), "of one witness's sources")
        .field("tally", Tags.always(4, step("RADTally")), "of all witnesses' reveals")
        .make("RADRequest");
  }

  private static Protobuf<Raw> step(String name) {
    return Protobuf.of(
        Rows.rows()
            .field("filters", Tags.repeated(1, FILTER, MOST), "what to leave out")
            .field("reducer", Tags.uint32(2, REDUCERS), "what makes one value of many")
            .make(name));
  }
}
