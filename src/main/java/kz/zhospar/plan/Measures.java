package kz.zhospar.plan;

import java.util.List;

/** What an action promises in numbers, in order. */
public record Measures(List<Measure> list) {

    public record Measure(String value, String unit, Per per) {}

    /** Whether a number is reached each year, over the whole period, or is a level or size. */
    public enum Per {
        YEAR,
        PERIOD,
        LEVEL
    }

    public Measures {
        list = List.copyOf(list);
    }
}
