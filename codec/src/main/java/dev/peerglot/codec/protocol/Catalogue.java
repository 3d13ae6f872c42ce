// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.protocol;

import dev.peerglot.codec.schema.Type;
import dev.peerglot.codec.session.MessageKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The messages of a protocol, in the order of the spec, and the parts that have names of their own.
 */
public final class Catalogue {
  private final Map<String, MessageKind> byName = new LinkedHashMap<>();
  private final Map<String, MessageKind> byCode = new LinkedHashMap<>();
  private final Map<String, MessageKind> parts = new LinkedHashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private Supplier<List<MessageKind>> moreParts;
  private String partSuffix = "";
  private final String suffix;

  /**
   * An empty catalogue.
   *
   * @param suffix what people may leave out at the end of a message's name, or empty
   */
  public Catalogue(String suffix) {
    this.suffix = suffix;
  }

  /** Adds a message. */
  public Catalogue message(String name, String code, Supplier<Type<?>> wire, String doc) {
    MessageKind kind = new MessageKind(name, code, wire, doc);
    byName.put(name, kind);
    byCode.put(code, kind);
    return this;
  }

  /**
   * Adds a part of messages that people want to read or write by itself (a block, a transaction).
   */
  public Catalogue part(String name, Supplier<Type<?>> wire, String doc) {
    parts.put(name, new MessageKind(name, name, wire, doc));
    return this;
  }

  /**
   * Adds many parts, which are made only when somebody asks for parts.
   *
   * @param partSuffix what people may add at the end of such a part's name, or empty
   */
  public Catalogue parts(String partSuffix, Supplier<List<MessageKind>> more) {
    this.partSuffix = partSuffix;
    moreParts = more;
    return this;
  }

  /** The same catalogue with each message and part changed: for networks that differ a little. */
  public Catalogue map(UnaryOperator<MessageKind> change) {
    Catalogue changed = new Catalogue(suffix);
    byName.forEach((name, kind) -> changed.byName.put(name, change.apply(kind)));
    byCode.forEach((code, kind) -> changed.byCode.put(code, change.apply(kind)));
    return changed.parts(partSuffix, () -> parts().values().stream().map(change).toList());
  }

  /** Adds a request and what answers it. */
  public Catalogue exchange(Exchange exchange) {
    get(exchange.request());
    exchange.answers().forEach(this::get);
    exchanges.add(exchange);
    return this;
  }

  /** All requests and their answers. */
  public List<Exchange> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  /** All messages. */
  public List<MessageKind> all() {
    return new ArrayList<>(byName.values());
  }

  /** All parts that have names of their own. */
  public synchronized Map<String, MessageKind> parts() {
    if (moreParts != null) {
      moreParts.get().forEach(kind -> parts.put(kind.name(), kind));
      moreParts = null;
    }
    return Collections.unmodifiableMap(parts);
  }

  /** The message of that code; an unknown one is made up so that its bytes survive. */
  public MessageKind ofCode(String code) {
    MessageKind kind = byCode.get(code);
    return kind == null ? MessageKind.unknown(code) : kind;
  }

  /** The message with that name in the spec's spelling. */
  public MessageKind get(String name) {
    MessageKind kind = byName.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no message " + name);
    }
    return kind;
  }

  /** The message that people mean: by name, by name without the suffix, or by code. */
  public Optional<MessageKind> find(String word) {
    MessageKind kind = byName.get(word);
    if (kind == null) {
      kind = byName.get(word + suffix);
    }
    if (kind == null) {
      kind = byCode.get(word);
    }
    return Optional.ofNullable(kind);
  }

  /** A message, or else a part, that people mean. */
  public Optional<MessageKind> findType(String word) {
    return find(word)
        .or(() -> Optional.ofNullable(parts().get(word)))
        .or(() -> Optional.ofNullable(parts().get(shortened(word))));
  }

  private String shortened(String word) {
    return word.substring(0, word.length() - (word.endsWith(partSuffix) ? partSuffix.length() : 0));
  }
}
