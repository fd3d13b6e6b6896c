package kz.zhospar.audit;

import java.time.Instant;
import kz.zhospar.plan.ItemRef;

/**
 * When the fact of a row's year became known: when a request with it was first submitted or, where there was none, when
 * it was stated.
 */
public record FactTiming(ItemRef row, int year, long revision, Instant known) {}
