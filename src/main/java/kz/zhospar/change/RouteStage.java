package kz.zhospar.change;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One stage of a route: which position decides, and within how many working days.
 *
 * @param days at least one
 */
public record RouteStage(Step step, int days) {

    /** {@code HEAD:2,AKIM_OFFICE:3}, as routes are stored. */
    public static String print(List<RouteStage> stages) {
        return stages.stream().map(stage -> stage.step() + ":" + stage.days()).collect(Collectors.joining(","));
    }

    public static List<RouteStage> parse(String stages) {
        return Stream.of(stages.split(","))
                .filter(part -> !part.isEmpty())
                .map(RouteStage::one)
                .toList();
    }

    private static RouteStage one(String text) {
        var parts = text.split(":");
        return new RouteStage(Step.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }
}
