package kz.zhospar.plan;

import kz.zhospar.common.LocalizedText;

/**
 * A body of the city administration or beside it.
 *
 * @param certain false where the plan prints only the abbreviation and the full name is the usual one
 */
public record Body(
        ItemRef ref, String key, LocalizedText abbreviation, LocalizedText name, String kind, boolean certain) {}
