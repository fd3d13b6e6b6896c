package kz.zhospar.change;

import java.util.List;

/**
 * One page of a list of requests.
 *
 * @param total how many there are on all pages
 */
public record RequestPage(List<RequestSummary> rows, long total) {}
