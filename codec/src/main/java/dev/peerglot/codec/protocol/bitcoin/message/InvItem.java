// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol.bitcoin.message;

import static dev.peerglot.codec.schema.Numbers.u32le;

import dev.peerglot.codec.bytes.Hex;
import dev.peerglot.codec.bytes.In;
import dev.peerglot.codec.bytes.Out;
import dev.peerglot.codec.protocol.bitcoin.Primitives;
import dev.peerglot.codec.protocol.bitcoin.message.Inv.Item;
import dev.peerglot.codec.schema.Names;
import dev.peerglot.codec.schema.Rows;
import dev.peerglot.codec.schema.Sequence;
import dev.peerglot.codec.schema.Sink;
import dev.peerglot.codec.schema.Source;
import dev.peerglot.codec.schema.Type;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * An inventory vector: u32 type, 32 bytes of hash. People may write it as one text, {@code
 * WITNESS_BLOCK:HASH}, with the hash as it is printed.
 */
final class InvItem implements Type<Item> {
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  private final Names types;
  private final Sequence<Item> rows;

  InvItem(Names types) {
    this.types = types;
    this.rows =
        Rows.of(Item.class)
            .field("type", u32le.named(types), Item::type, "what it is")
            .field("hash", Primitives.hash, Item::hash, "which one")
            .make("inventory_vector", Item::new);
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public Item read(In in) {
    return rows.read(in);
  }

  @Override
  public void write(Out out, Item value) {
    rows.write(out, value);
  }

  @Override
  public void walk(In in, Sink sink) {
    rows.walk(in, sink);
  }

  @Override
  public void build(Source source, Out out) {
    if (source.kind() != Source.Kind.TEXT) {
      rows.build(source, out);
      return;
    }
    String text = source.text();
    int colon = text.indexOf(':');
    Long type = colon < 0 ? null : types.number(text.substring(0, colon));
    String hash = text.substring(colon + 1);
    if (type == null || !HASH.matcher(hash).matches()) {
      throw source.wrong(
          "TYPE:HASH, the hash in 64 digits and the type one of "
              + String.join(", ", types.words().values()));
    }
    out.u32le(type).bytes(Hex.flip(Hex.parse(hash)));
  }

  @Override
  public void sample(RandomGenerator random, Out out) {
    rows.sample(random, out);
  }

  @Override
  public int atLeast() {
    return rows.atLeast();
  }

  @Override
  public List<Part> parts() {
    return rows.parts();
  }
}
