// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u16be;
import static dev.peerglot.codec.schema.Numbers.u8;

import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.schema.Deaf;
import dev.peerglot.codec.schema.Field;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.schema.Whole;
import dev.peerglot.codec.text.IsoTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * An entry of {@code addrv2}: {@code time u32 | services CompactSize | networkID u8 | length
 * CompactSize (at most 512) | addr | port u16be}. How the address is spelled depends on the
 * network. Beside it, where the entry is to be ignored, {@code invalid} says why.
 */
final class AddrV2Entry implements Type<AddrV2.Entry> {
  private static final int LONGEST = 512;
  private static final Set<String> KNOWN =
      Set.of(
          "time",
          "services",
          "services_names",
          "networkID",
          "networkID_name",
          "addr",
          "port",
          "invalid");

  private final Names words;
  private final Whole<Long> services;
  private final List<? extends Field<?, ?>> fields;
  private final List<Part> parts;

  AddrV2Entry(Names words) {
    this.words = words;
    services = Primitives.compactSize.named(words);
    var rows =
        Rows.rows()
            .field("time", Primitives.seconds, "when the node was last seen")
            .field("services", services, "what it offers; any 64 bits")
            .field("networkID", u8.named(NetworkAddress.NETWORKS), "which network")
            .field("addr", Primitives.text, "the address in that network's notation")
            .field("port", u16be, "high byte first; 0 for I2P")
            .make("addrv2_entry");
    fields = rows.fields();
    parts = rows.parts();
  }

  @Override
  public String name() {
    return "addrv2_entry";
  }

  @Override
  public int atLeast() {
    return 9;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public AddrV2.Entry read(In in) {
    long time = in.u32le();
    long offered = services.get(in);
    NetworkAddress address = address(in, in.u8());
    return new AddrV2.Entry(time, offered, address, in.u16be());
  }

  private static NetworkAddress address(In in, int network) {
    int at = in.at();
    long length = Primitives.readCompact(in);
    if (length < 0 || length > LONGEST) {
      throw Malformed.limit(
          "an address of " + Long.toUnsignedString(length) + " bytes, more than " + LONGEST, at);
    }
    if (NetworkAddress.isStrict(network) && length != NetworkAddress.size(network)) {
      throw Malformed.wrong(
          "an address of "
              + length
              + " bytes, but "
              + NetworkAddress.NETWORKS.word(network)
              + " has "
              + NetworkAddress.size(network),
          at);
    }
    return new NetworkAddress(network, in.bytes((int) length));
  }

  @Override
  public void write(Out out, AddrV2.Entry entry) {
    out.u32le(entry.time());
    services.put(out, entry.services());
    write(out, entry.address());
    out.u16be(entry.port());
  }

  private static void write(Out out, NetworkAddress address) {
    out.u8(address.network());
    Primitives.bytes.write(out, address.bytes());
  }

  /** Spelled out, not row by row: these come a thousand a message, and are most of a capture. */
  @Override
  public void walk(In in, Sink sink) {
    sink.object(this, in.at());
    int row = 0;
    NetworkAddress address;
    try {
      int from = field(sink, row, in);
      long time = in.u32le();
      boolean heard = sink != Deaf.SINK;
      if (heard) {
        sink.ascii(IsoTime.ascii(time), from, in.at());
      }
      from = field(sink, ++row, in);
      long offered = Primitives.readCompact(in);
      sink.number(offered, true, from, in.at());
      if (heard) {
        sink.meanings(words.list(offered));
      }
      from = field(sink, ++row, in);
      int network = in.u8();
      sink.number(network, true, from, in.at());
      String word = NetworkAddress.NETWORKS.word(network);
      if (word != null) {
        sink.meaning(word);
      }
      from = field(sink, ++row, in);
      address = address(in, network);
      if (heard) {
        sink.ascii(address.ascii(), from, in.at());
      }
      from = field(sink, ++row, in);
      int port = in.u16be();
      sink.number(port, true, from, in.at());
    } catch (Malformed e) {
      throw e.within(fields.get(row).name());
    }
    String fault = sink == Deaf.SINK ? "" : address.fault();
    if (!fault.isEmpty()) {
      sink.derived("invalid", in.at());
      sink.text(fault, in.at(), in.at());
    }
    sink.end(in.at());
  }

  private int field(Sink sink, int row, In in) {
    int at = in.at();
    sink.field(fields.get(row), at);
    return at;
  }

  @Override
  public void build(Source source, Out out) {
    Source host = source.field("addr");
    if (host == null) {
      throw source.missing("addr", "an address");
    }
    for (String name : source.names()) {
      if (!KNOWN.contains(name)) {
        throw source.stranger(name, parts.stream().map(Part::name).toList());
      }
    }
    part(source, "time", Primitives.seconds, out, "0");
    part(source, "services", services, out, "0");
    try {
      write(out, spelled(source, host));
    } catch (IllegalArgumentException e) {
      throw host.wrong("an address, " + e.getMessage());
    }
    part(source, "port", u16be, out, "0");
  }

  private static NetworkAddress spelled(Source source, Source host) {
    Source network = source.field("networkID");
    if (network == null) {
      return NetworkAddress.of(host.text());
    }
    Out number = new Out();
    u8.named(NetworkAddress.NETWORKS).build(network, number);
    return NetworkAddress.parse(number.array()[0] & 0xff, host.text());
  }

  private static void part(Source source, String name, Type<?> type, Out out, String instead) {
    Source value = source.field(name);
    type.build(value == null ? source.instead(name, instead) : value, out);
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    out.u32le(random.nextLong());
    services.sample(random, out);
    int network = random.nextInt(12) == 0 ? random.nextInt(256) : 1 + random.nextInt(8);
    int size = NetworkAddress.size(network);
    byte[] bytes = new byte[size < 0 ? random.nextInt(40) : size];
    random.nextBytes(bytes);
    write(out, new NetworkAddress(network, bytes));
    out.u16be(random.nextInt());
  }
}
