// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.map;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import dev.peerglot.cli.Usage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where addresses are, from MaxMind DB files that the user has: countries, autonomous systems, or
 * both, in the fields of GeoLite2 and of the free databases that are made after it.
 */
public final class Geo implements AutoCloseable {
  /** Nothing is known of any address. */
  public static final Geo NONE = new Geo(List.of());

  private final List<Reader> readers;

  private Geo(List<Reader> readers) {
    this.readers = readers;
  }

  /**
   * Where an address is.
   *
   * @param country its code in two letters, or empty
   * @param network the number and name of the autonomous system, or empty
   */
  public record Place(String country, String network) {}

  /** Opens files. */
  public static Geo open(List<String> files) {
    List<Reader> readers = new ArrayList<>();
    for (String file : files) {
      try {
        readers.add(new Reader(new File(file), new CHMCache()));
      } catch (IOException e) {
        throw Usage.badInput("cannot read " + file + " as a MaxMind DB: " + e.getMessage());
      }
    }
    return new Geo(readers);
  }

  /** Whether nothing can be known. */
  public boolean isEmpty() {
    return readers.isEmpty();
  }

  /** Where a host is; nothing for names. */
  public Place of(String host) {
    String country = "";
    String network = "";
    try {
      InetAddress address = readers.isEmpty() ? null : InetAddress.ofLiteral(host);
      for (Reader reader : readers) {
        Map<?, ?> found = reader.get(address, Map.class);
        if (found != null) {
          country = country.isEmpty() ? country(found) : country;
          network = network.isEmpty() ? network(found) : network;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Place(country, network); // a name, or a database for another kind of address
    }
    return new Place(country, network);
  }

  private static String country(Map<?, ?> found) {
    Object country = found.get("country");
    Object code = country instanceof Map<?, ?> map ? map.get("iso_code") : country;
    return text(code == null ? found.get("country_code") : code);
  }

  private static String network(Map<?, ?> found) {
    Object number = found.get("autonomous_system_number");
    String name = text(found.get("autonomous_system_organization"));
    return number == null ? "" : ("AS" + number + " " + name).strip();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  @Override
  public void close() {
    for (Reader reader : readers) {
      try {
        reader.close();
      } catch (IOException e) {
        continue; // it was read only
      }
    }
  }
}
