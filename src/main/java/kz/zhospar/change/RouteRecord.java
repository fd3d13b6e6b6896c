package kz.zhospar.change;

import java.time.Instant;
import java.util.List;

/** The route that requests of one risk take; each change of it is a new edition. */
public record RouteRecord(Risk risk, int edition, List<RouteStage> stages, Instant since) {}
