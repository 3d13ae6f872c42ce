// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

import java.util.List;
import java.util.function.Function;

/**
 * The stages of {@link Rows#of}: one class for each number of rows, so that javac knows the types
 * of all rows when it checks the constructor. Dull on purpose; nothing else needs to know them.
 */
public final class Staged {
  private Staged() {}

  private static <R, T> List<Field<R, ?>> add(
      List<Field<R, ?>> rows,
      String name,
      Type<T> type,
      Function<? super R, ? extends T> getter,
      String doc,
      boolean ifLeft) {
    rows.add(new Field<>(name, type, getter, doc, ifLeft, null));
    return rows;
  }

  /** No row yet. */
  public static final class Of0<R> {
    private final List<Field<R, ?>> rows;

    Of0(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of1<R, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of1<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of1<R, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of1<>(add(rows, name, type, getter, doc, true));
    }
  }

  /** 1 row. */
  public static final class Of1<R, T1> {
    private final List<Field<R, ?>> rows;

    Of1(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of2<R, T1, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of2<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of2<R, T1, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of2<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M1<R, T1> maker) {
      return new Sequence<>(name, rows, a -> maker.make((T1) a[0]), List.of());
    }
  }

  /** 2 rows. */
  public static final class Of2<R, T1, T2> {
    private final List<Field<R, ?>> rows;

    Of2(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of3<R, T1, T2, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of3<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of3<R, T1, T2, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of3<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M2<R, T1, T2> maker) {
      return new Sequence<>(name, rows, a -> maker.make((T1) a[0], (T2) a[1]), List.of());
    }
  }

  /** 3 rows. */
  public static final class Of3<R, T1, T2, T3> {
    private final List<Field<R, ?>> rows;

    Of3(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of4<R, T1, T2, T3, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of4<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of4<R, T1, T2, T3, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of4<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M3<R, T1, T2, T3> maker) {
      return new Sequence<>(
          name, rows, a -> maker.make((T1) a[0], (T2) a[1], (T3) a[2]), List.of());
    }
  }

  /** 4 rows. */
  public static final class Of4<R, T1, T2, T3, T4> {
    private final List<Field<R, ?>> rows;

    Of4(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of5<R, T1, T2, T3, T4, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of5<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of5<R, T1, T2, T3, T4, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of5<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M4<R, T1, T2, T3, T4> maker) {
      return new Sequence<>(
          name, rows, a -> maker.make((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3]), List.of());
    }
  }

  /** 5 rows. */
  public static final class Of5<R, T1, T2, T3, T4, T5> {
    private final List<Field<R, ?>> rows;

    Of5(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of6<R, T1, T2, T3, T4, T5, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of6<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of6<R, T1, T2, T3, T4, T5, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of6<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M5<R, T1, T2, T3, T4, T5> maker) {
      return new Sequence<>(
          name,
          rows,
          a -> maker.make((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4]),
          List.of());
    }
  }

  /** 6 rows. */
  public static final class Of6<R, T1, T2, T3, T4, T5, T6> {
    private final List<Field<R, ?>> rows;

    Of6(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of7<R, T1, T2, T3, T4, T5, T6, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of7<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of7<R, T1, T2, T3, T4, T5, T6, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of7<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M6<R, T1, T2, T3, T4, T5, T6> maker) {
      return new Sequence<>(
          name,
          rows,
          a -> maker.make((T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5]),
          List.of());
    }
  }

  /** 7 rows. */
  public static final class Of7<R, T1, T2, T3, T4, T5, T6, T7> {
    private final List<Field<R, ?>> rows;

    Of7(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of8<R, T1, T2, T3, T4, T5, T6, T7, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of8<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of8<R, T1, T2, T3, T4, T5, T6, T7, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of8<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M7<R, T1, T2, T3, T4, T5, T6, T7> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6]),
          List.of());
    }
  }

  /** 8 rows. */
  public static final class Of8<R, T1, T2, T3, T4, T5, T6, T7, T8> {
    private final List<Field<R, ?>> rows;

    Of8(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of9<R, T1, T2, T3, T4, T5, T6, T7, T8, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of9<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of9<R, T1, T2, T3, T4, T5, T6, T7, T8, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of9<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M8<R, T1, T2, T3, T4, T5, T6, T7, T8> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6],
                  (T8) a[7]),
          List.of());
    }
  }

  /** 9 rows. */
  public static final class Of9<R, T1, T2, T3, T4, T5, T6, T7, T8, T9> {
    private final List<Field<R, ?>> rows;

    Of9(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of10<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of10<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of10<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of10<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(String name, Maker.M9<R, T1, T2, T3, T4, T5, T6, T7, T8, T9> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0], (T2) a[1], (T3) a[2], (T4) a[3], (T5) a[4], (T6) a[5], (T7) a[6],
                  (T8) a[7], (T9) a[8]),
          List.of());
    }
  }

  /** 10 rows. */
  public static final class Of10<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> {
    private final List<Field<R, ?>> rows;

    Of10(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of11<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of11<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of11<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of11<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(
        String name, Maker.M10<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0],
                  (T2) a[1],
                  (T3) a[2],
                  (T4) a[3],
                  (T5) a[4],
                  (T6) a[5],
                  (T7) a[6],
                  (T8) a[7],
                  (T9) a[8],
                  (T10) a[9]),
          List.of());
    }
  }

  /** 11 rows. */
  public static final class Of11<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> {
    private final List<Field<R, ?>> rows;

    Of11(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** A row that is always there. */
    public <N> Of12<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, N> field(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of12<>(add(rows, name, type, getter, doc, false));
    }

    /** A row that may be missing at the end; its value is then null. */
    public <N> Of12<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, N> ifLeft(
        String name, Type<N> type, Function<? super R, ? extends N> getter, String doc) {
      return new Of12<>(add(rows, name, type, getter, doc, true));
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(
        String name, Maker.M11<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0],
                  (T2) a[1],
                  (T3) a[2],
                  (T4) a[3],
                  (T5) a[4],
                  (T6) a[5],
                  (T7) a[6],
                  (T8) a[7],
                  (T9) a[8],
                  (T10) a[9],
                  (T11) a[10]),
          List.of());
    }
  }

  /** 12 rows. */
  public static final class Of12<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> {
    private final List<Field<R, ?>> rows;

    Of12(List<Field<R, ?>> rows) {
      this.rows = rows;
    }

    /** The finished type. */
    @SuppressWarnings("unchecked") // the rows put values of exactly these types into the array
    public Sequence<R> make(
        String name, Maker.M12<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> maker) {
      return new Sequence<>(
          name,
          rows,
          a ->
              maker.make(
                  (T1) a[0],
                  (T2) a[1],
                  (T3) a[2],
                  (T4) a[3],
                  (T5) a[4],
                  (T6) a[5],
                  (T7) a[6],
                  (T8) a[7],
                  (T9) a[8],
                  (T10) a[9],
                  (T11) a[10],
                  (T12) a[11]),
          List.of());
    }
  }
}
