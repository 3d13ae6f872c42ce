// SPDX-License-Identifier: Apache-2.0
package dev.peerglot.codec.schema;

/** Constructors of records by their number of components, for {@link Staged}. */
public final class Maker {
  private Maker() {}

  /** Makes a record of 1 value. */
  public interface M1<R, T1> {
    /** The record. */
    R make(T1 v1);
  }

  /** Makes a record of 2 values. */
  public interface M2<R, T1, T2> {
    /** The record. */
    R make(T1 v1, T2 v2);
  }

  /** Makes a record of 3 values. */
  public interface M3<R, T1, T2, T3> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3);
  }

  /** Makes a record of 4 values. */
  public interface M4<R, T1, T2, T3, T4> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4);
  }

  /** Makes a record of 5 values. */
  public interface M5<R, T1, T2, T3, T4, T5> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5);
  }

  /** Makes a record of 6 values. */
  public interface M6<R, T1, T2, T3, T4, T5, T6> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6);
  }

  /** Makes a record of 7 values. */
  public interface M7<R, T1, T2, T3, T4, T5, T6, T7> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7);
  }

  /** Makes a record of 8 values. */
  public interface M8<R, T1, T2, T3, T4, T5, T6, T7, T8> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8);
  }

  /** Makes a record of 9 values. */
  public interface M9<R, T1, T2, T3, T4, T5, T6, T7, T8, T9> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8, T9 v9);
  }

  /** Makes a record of 10 values. */
  public interface M10<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8, T9 v9, T10 v10);
  }

  /** Makes a record of 11 values. */
  public interface M11<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> {
    /** The record. */
    R make(T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8, T9 v9, T10 v10, T11 v11);
  }

  /** Makes a record of 12 values. */
  public interface M12<R, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> {
    /** The record. */
    R make(
        T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8, T9 v9, T10 v10, T11 v11, T12 v12);
  }
}
