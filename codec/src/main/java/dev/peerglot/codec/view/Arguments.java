// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.view;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.peerglot.codec.bytes.Malformed;

/** Sets one {@code a.b.0.c=VALUE} in a JSON object, making the members and items on the way. */
final class Arguments {
  private static final int DEEPEST = 50;

  private Arguments() {}

  static void set(JsonElement root, String path, JsonElement value) {
    String[] steps = path.split("\\.", -1);
    if (steps.length > DEEPEST) {
      throw Malformed.limit("more than " + DEEPEST + " steps in " + path, -1);
    }
    JsonElement here = root;
    for (int i = 0; i < steps.length - 1; i++) {
      boolean list = !steps[i + 1].isEmpty() && Character.isDigit(steps[i + 1].charAt(0));
      JsonElement next = get(here, steps[i], path);
      if (next == null || next.isJsonPrimitive()) {
        next = list ? new JsonArray() : new JsonObject();
        put(here, steps[i], next, path);
      }
      here = next;
    }
    put(here, steps[steps.length - 1], value, path);
  }

  private static JsonElement get(JsonElement here, String step, String path) {
    if (here.isJsonObject()) {
      return here.getAsJsonObject().get(step);
    }
    JsonArray list = here.getAsJsonArray();
    int index = index(list, step, path);
    return index < list.size() ? list.get(index) : null;
  }

  private static void put(JsonElement here, String step, JsonElement value, String path) {
    if (here.isJsonObject()) {
      here.getAsJsonObject().add(step, value);
      return;
    }
    JsonArray list = here.getAsJsonArray();
    int index = index(list, step, path);
    if (index < list.size()) {
      list.set(index, value);
    } else {
      list.add(value);
    }
  }

  private static int index(JsonArray list, String step, String path) {
    try {
      int index = Integer.parseInt(step);
      if (index >= 0 && index <= list.size()) {
        return index;
      }
    } catch (NumberFormatException e) {
      throw Malformed.wrong("'" + step + "' in " + path + " must be the number of an item", -1);
    }
    throw Malformed.wrong(
        "item " + step + " in " + path + " leaves a gap: the list has " + list.size() + " items",
        -1);
  }
}
