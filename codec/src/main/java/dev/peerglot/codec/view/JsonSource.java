// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.peerglot.codec.bytes.Malformed;
import dev.peerglot.codec.schema.Source;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values from JSON text, read by gson; every fault names the path of the value. */
public final class JsonSource implements Source {
  private static final int LONGEST_NUMBER = 400;
  private static final TypeAdapter<JsonElement> READER =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .create()
          .getAdapter(JsonElement.class);

  private final JsonElement element;
  private final String path;

  private JsonSource(JsonElement element, String path) {
    this.element = element;
    this.path = path;
  }

  /**
   * One JSON value.
   *
   * @throws Malformed if the text is no JSON, or more than one value
   */
  public static JsonSource parse(String text) {
    try {
      if (text.isBlank()) {
        throw Malformed.wrong("no JSON: the text is empty", -1);
      }
      return new JsonSource(element(text), "");
    } catch (JsonParseException | java.io.IOException e) {
      throw Malformed.wrong("no valid JSON: " + reason(e), -1);
    }
  }

  /** Half surrogate pairs must pass, which gson's strictest mode refuses: see {@code Utf8}. */
  private static JsonElement element(String text) throws java.io.IOException {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.LEGACY_STRICT);
    JsonElement element = READER.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more than one value");
    }
    return element;
  }

  private static String reason(Exception e) {
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    int colon = line.lastIndexOf("Exception: ");
    return colon < 0 ? line : line.substring(colon + 11);
  }

  /**
   * An object from {@code NAME=VALUE} arguments; {@code a.b=1} and {@code a.0=1} reach into members
   * and lists. A value that is JSON counts as such, any other as text.
   */
  public static JsonSource ofArguments(List<String> arguments, JsonSource base) {
    JsonElement root = base == null ? new JsonObject() : base.element.deepCopy();
    if (!root.isJsonObject()) {
      throw Malformed.wrong("fields can be set only in a JSON object", -1);
    }
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      if (sign <= 0) {
        throw Malformed.wrong("'" + argument + "' is no NAME=VALUE", -1);
      }
      Arguments.set(root, argument.substring(0, sign), value(argument.substring(sign + 1)));
    }
    return new JsonSource(root, "");
  }

  private static JsonElement value(String text) {
    try {
      JsonElement element = element(text);
      if (!element.isJsonPrimitive() || element.getAsJsonPrimitive().isString()) {
        return element;
      }
    } catch (JsonParseException | java.io.IOException e) {
      return new JsonPrimitive(text);
    }
    // A bare 12 or true may be meant for a text field as well; leaves accept the spelling of
    // either.
    return new JsonPrimitive(text);
  }

  @Override
  public Kind kind() {
    if (element.isJsonObject()) {
      return Kind.OBJECT;
    }
    if (element.isJsonArray()) {
      return Kind.LIST;
    }
    if (element.isJsonNull()) {
      return Kind.NOTHING;
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    return primitive.isString() ? Kind.TEXT : primitive.isBoolean() ? Kind.BOOL : Kind.NUMBER;
  }

  @Override
  public Source field(String name) {
    JsonElement member = element.isJsonObject() ? element.getAsJsonObject().get(name) : null;
    return member == null
        ? null
        : new JsonSource(member, path.isEmpty() ? name : path + "." + name);
  }

  @Override
  public List<String> names() {
    return element.isJsonObject()
        ? element.getAsJsonObject().entrySet().stream().map(Map.Entry::getKey).toList()
        : List.of();
  }

  @Override
  public int size() {
    return element.isJsonArray() ? element.getAsJsonArray().size() : 0;
  }

  @Override
  public Source item(int index) {
    return new JsonSource(element.getAsJsonArray().get(index), path + "[" + index + "]");
  }

  @Override
  public String text() {
    if (!element.isJsonPrimitive()) {
      throw wrong("a text");
    }
    return element.getAsString();
  }

  @Override
  public BigInteger whole() {
    if (!element.isJsonPrimitive() || kind() == Kind.BOOL) {
      throw wrong("a whole number");
    }
    String text = element.getAsString();
    if (text.length() > LONGEST_NUMBER) {
      throw wrong("a whole number");
    }
    try {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return new BigInteger(text.substring(2), 16);
      }
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
        throw wrong("a whole number");
      }
      return number.toBigIntegerExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong("a whole number");
    }
  }

  @Override
  public boolean bool() {
    String text = element.isJsonPrimitive() ? element.getAsString() : "";
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  @Override
  public Source instead(String name, String json) {
    return new JsonSource(parse(json).element, path.isEmpty() ? name : path + "." + name);
  }

  @Override
  public Malformed wrong(String expected) {
    String shown = element.toString();
    String cut = shown.length() > 60 ? shown.substring(0, 57) + "..." : shown;
    return at("expected " + expected + ", got " + cut);
  }

  @Override
  public Malformed missing(String name, String type) {
    return at("field " + name + " (" + type + ") is missing");
  }

  @Override
  public Malformed stranger(String name, List<String> known) {
    List<String> near = Nearest.to(name, known);
    return at(
        "no field '"
            + name
            + "' here"
            + (near.isEmpty()
                ? known.isEmpty()
                    ? ": there are no fields"
                    : "; fields are " + String.join(", ", known)
                : "; did you mean " + String.join(" or ", near) + "?"));
  }

  private Malformed at(String what) {
    Malformed fault = Malformed.wrong(what, -1);
    return path.isEmpty() ? fault : fault.within(path);
  }

  /** The same value without one member. */
  public JsonSource without(String name) {
    JsonObject copy = element.getAsJsonObject().deepCopy();
    copy.remove(name);
    return new JsonSource(copy, path);
  }

  /** All values of a text that are set one after another, as JSON lines are. */
  public static List<JsonSource> all(java.io.Reader reader) {
    List<JsonSource> values = new ArrayList<>();
    Gson gson = new Gson();
    JsonReader json = gson.newJsonReader(reader);
    json.setStrictness(Strictness.LENIENT);
    try {
      while (json.peek() != JsonToken.END_DOCUMENT) {
        values.add(new JsonSource(READER.read(json), ""));
      }
    } catch (JsonParseException | java.io.IOException e) {
      throw Malformed.wrong("no valid JSON: " + reason(e), -1);
    }
    return values;
  }
}
