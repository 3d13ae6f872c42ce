// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.cli.store;

import dev.peerglot.cli.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A connection to where a crawl is kept, and the few words in which SQLite and PostgreSQL differ.
 */
public final class Database implements AutoCloseable {
  private static final String POSTGRES = "postgresql://";
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Connection connection;
  private final boolean embedded;

  private Database(Connection connection, boolean embedded) {
    this.connection = connection;
    this.embedded = embedded;
  }

  /** Whether a name on the command line is a store, not a file of JSON lines. */
  public static boolean isStore(String name) {
    if (name.startsWith(POSTGRES)) {
      return true;
    }
    if (name.equals("-") || !Files.isRegularFile(Path.of(name))) {
      return false;
    }
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return java.util.Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Opens a SQLite file, or a database {@code postgresql://USER[:PASSWORD]@HOST[:PORT]/NAME}, with
   * {@code ?schema=NAME} for a schema of its own; the password may be in {@code PGPASSWORD}.
   */
  public static Database open(String name) {
    try {
      return name.startsWith(POSTGRES) ? server(name) : file(name);
    } catch (SQLException e) {
      throw Usage.badInput("cannot open the store " + safe(name) + ": " + line(e));
    } catch (URISyntaxException e) {
      throw Usage.wrong("a store is a file, or postgresql://USER@HOST/NAME");
    }
  }

  /** The name without a password. */
  static String safe(String name) {
    return name.replaceFirst("//([^:@/]*):[^@/]*@", "//$1@");
  }

  static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static Database file(String name) throws SQLException {
    Path path = Path.of(name).toAbsolutePath();
    if (Files.isDirectory(path) || !Files.isDirectory(path.getParent())) {
      throw Usage.wrong("the store " + name + " cannot be: no such folder, or a folder itself");
    }
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
    Database database = new Database(connection, true);
    try {
      // A commit survives the death of the process at once, and a loss of power from the next
      // checkpoint on.
      database.run("pragma busy_timeout = 20000");
      database.run("pragma journal_mode = wal");
      database.run("pragma synchronous = normal");
      database.run("pragma cache_size = -16000");
    } catch (SQLException e) {
      connection.close();
      throw Usage.badInput("the store " + name + " is no SQLite database: " + line(e));
    }
    return database;
  }

  private static Database server(String name) throws SQLException, URISyntaxException {
    URI uri = new URI(name);
    Properties properties = new Properties();
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = user.indexOf(':');
    String password = colon < 0 ? System.getenv("PGPASSWORD") : decoded(user.substring(colon + 1));
    if (!user.isEmpty()) {
      properties.setProperty("user", decoded(colon < 0 ? user : user.substring(0, colon)));
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("ApplicationName", "peerglot");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "60");
    String schema = null;
    for (String option : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
      int sign = option.indexOf('=');
      if (option.startsWith("schema=")) {
        schema = decoded(option.substring(sign + 1));
      } else if (sign > 0) {
        properties.setProperty(option.substring(0, sign), decoded(option.substring(sign + 1)));
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath();
    Database database = new Database(DriverManager.getConnection(url, properties), false);
    if (schema != null) {
      if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
        throw Usage.wrong("a schema is named by small letters, digits and _, not '" + schema + "'");
      }
      database.run("create schema if not exists " + schema);
      database.run("set search_path to " + schema);
    }
    return database;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The connection behind. */
  Connection connection() {
    return connection;
  }

  /** Whether it is a file of this machine. */
  boolean embedded() {
    return embedded;
  }

  /** What makes a query over {@code p} pass over rows that others are working on. */
  String skipLocked() {
    return embedded ? "" : " for update of p skip locked";
  }

  /** What makes a query wait for others and keep them out until the end of the transaction. */
  String forUpdate() {
    return embedded ? "" : " for update";
  }

  /** Begins a transaction that will write. */
  void begin() throws SQLException {
    if (embedded) {
      run("begin immediate");
    } else {
      connection.setAutoCommit(false);
    }
  }

  /** Makes everything since {@link #begin} last. */
  void commit() throws SQLException {
    if (embedded) {
      run("commit");
    } else {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** Takes everything since {@link #begin} back. */
  void rollback() {
    try {
      if (embedded) {
        run("rollback");
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      return; // the transaction had ended already, or the connection is lost, as will be seen
    }
  }

  /** The clock that all workers share, in milliseconds since 1970. */
  long now() throws SQLException {
    return embedded
        ? System.currentTimeMillis()
        : number("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)");
  }

  /** Runs one statement. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one number of a query; 0 where there is none. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Makes the tables and views that are missing; may be called by many at once. */
  void create() throws SQLException {
    begin();
    try {
      script("schema.sql");
      boolean viewless =
          number(
                  embedded
                      ? "select count(*) from sqlite_master where name = 'tellers'"
                      : "select count(*) from information_schema.views"
                          + " where table_name = 'tellers' and table_schema = current_schema()")
              == 0;
      if (viewless) {
        script("views.sql");
      }
      commit();
    } catch (SQLException e) {
      rollback();
      throw e;
    }
  }

  private void script(String name) throws SQLException {
    try (InputStream in = Database.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : text.replaceAll("(?m)^--.*", "").split(";")) {
        if (!statement.isBlank()) {
          run(statement);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      return; // nothing is open any more
    }
  }
}
