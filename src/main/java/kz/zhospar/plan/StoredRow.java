package kz.zhospar.plan;

/** A stored part of one item, present or past; several may make up one item. */
public interface StoredRow {

    ItemRef owner();

    /** The same for all states of one row. */
    Object key();

    /** Tells the item what this row stores of it. */
    void read(Item.Builder item);
}
