// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which package may use what: the arrows of docs/design.md as patterns over full names. */
final class Arrows {
  private static final String CODEC = "dev\\.peerglot\\.codec\\.";
  private static final String PROTOCOL = CODEC + "protocol\\.";

  private static final Pattern PROTOCOL_NAME = Pattern.compile(PROTOCOL + "(\\w+)\\..*");

  /** What protocols share. */
  private static final String SHARED = "layer";

  private static final String SOCKETS =
      "java\\.net\\.(?:\\w*Socket|\\w*URLConnection|http\\..*)"
          + "|java\\.nio\\.channels\\.(?:\\w*(?:Socket|Datagram|Network)Channel|Selector)"
          + "|java\\.net\\.InetAddress#(?:getByName|getAllByName|getLocalHost|isReachable)";

  private static final String CLOCKS =
      "java\\.time\\.Clock|java\\.time\\.\\w+#now|java\\.lang\\.System#(?:currentTimeMillis|nanoTime)"
          + "|java\\.util\\.Date#<init>";

  private static final String THREADS =
      "java\\.lang\\.Thread(?:\\$Builder.*)?|java\\.util\\.Timer"
          + "|java\\.util\\.concurrent\\.(?:\\w*Executors?|\\w*ExecutorService|ForkJoinPool|CompletableFuture)";

  private static final String RANDOMNESS =
      "java\\.(?:util|security)\\.\\w*Random#<init>|java\\.security\\.SecureRandom#\\w*nstance\\w*"
          + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.lang\\.Math#random|java\\.util\\.UUID#randomUUID"
          + "|java\\.util\\.random\\.RandomGenerator#(?:of|getDefault)";

  /** Who must not use what, and why not. */
  private static final List<Arrow> FORBIDDEN =
      List.of(
          arrow(
              "dev\\.peerglot\\.crypto\\..*",
              "dev\\.peerglot\\.(?:codec|cli)\\..*",
              "crypto stands alone"),
          arrow(CODEC + ".*", "dev\\.peerglot\\.cli\\..*", "codec does not know the command line"),
          arrow(
              CODEC + "bytes\\..*", "dev\\.peerglot\\.(?!codec\\.bytes\\.).*", "bytes stand alone"),
          arrow(
              CODEC + "schema\\..*",
              CODEC + "(?:protocol|view)\\..*",
              "schema knows no protocol and no view"),
          arrow(CODEC + "text\\..*", PROTOCOL + ".*", "notations know no protocol"),
          arrow(CODEC + "view\\..*", CODEC + "(?:protocol|session)\\..*", "views know rows alone"),
          arrow(CODEC + "session\\..*", PROTOCOL + ".*", "sessions know no protocol"),
          arrow(
              CODEC + "capture\\..*",
              CODEC + "(?:schema|session|protocol)\\..*",
              "captures know packets alone"),
          arrow(CODEC + ".*", SOCKETS, "sockets are the command line's"),
          arrow(CODEC + ".*", CLOCKS, "time is an argument"),
          arrow(CODEC + ".*", THREADS, "threads are the command line's"),
          arrow(CODEC + "(?!capture\\.).*", RANDOMNESS, "randomness is an argument"),
          arrow(
              "dev\\.peerglot\\.crypto\\..*",
              SOCKETS + "|" + CLOCKS + "|" + THREADS,
              "crypto computes only"),
          arrow("(?!dev\\.peerglot\\.cli\\.).*", "picocli\\..*", "picocli is the command line's"),
          arrow(
              "(?!dev\\.peerglot\\.cli\\.shell\\.).*", "org\\.jline\\..*", "JLine is the shell's"),
          arrow(
              "(?!dev\\.peerglot\\.crypto\\.).*",
              "org\\.bouncycastle\\..*",
              "BouncyCastle is crypto's"),
          arrow(
              "(?!dev\\.peerglot\\.codec\\.view\\.).*",
              "com\\.google\\.gson\\..*",
              "gson is the views'"),
          arrow(
              "(?!dev\\.peerglot\\.codec\\.bytes\\.).*",
              "io\\.netty\\..*",
              "netty is codec.bytes'"));

  /** A protocol that stands on another one. */
  private static final Set<String> STANDS_ON = Set.of("parallelchain on libp2p");

  private Arrows() {}

  /** What a class uses against the rules, one line a name. */
  static List<String> faults(ClassReferences type) {
    List<String> faults = new ArrayList<>();
    List<Arrow> arrows =
        FORBIDDEN.stream().filter(arrow -> arrow.from().matcher(type.name()).matches()).toList();
    for (String reference : new TreeSet<>(type.references())) {
      arrows.stream()
          .filter(arrow -> arrow.to().matcher(reference).matches())
          .findFirst()
          .ifPresent(arrow -> faults.add(type.name() + " uses " + reference + ": " + arrow.why()));
      String own = protocol(type.name());
      String other = protocol(reference);
      if (!own.isEmpty()
          && !other.isEmpty()
          && !other.equals(own)
          && !other.equals(SHARED)
          && !STANDS_ON.contains(own + " on " + other)) {
        faults.add(type.name() + " uses " + reference + ": protocols do not know each other");
      }
    }
    return faults;
  }

  private static String protocol(String name) {
    Matcher matcher = PROTOCOL_NAME.matcher(name);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static Arrow arrow(String from, String to, String why) {
    return new Arrow(Pattern.compile(from), Pattern.compile(to), why);
  }

  private record Arrow(Pattern from, Pattern to, String why) {}
}
