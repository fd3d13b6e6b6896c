package kz.zhospar.exchange.office;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where two wordings part: what they begin and end with alike, in whole words, and what stands between.
 *
 * @param before the part that goes
 * @param after the part that comes
 */
record TextDifference(String beginning, String before, String after, String end) {

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    static TextDifference of(String before, String after) {
        var old = List.of(WORDS.split(before));
        var fresh = List.of(WORDS.split(after));
        var shortest = Math.min(old.size(), fresh.size());
        int same = 0;
        while (same < shortest && old.get(same).equals(fresh.get(same))) {
            same++;
        }
        int last = 0;
        while (last < shortest - same && old.get(old.size() - 1 - last).equals(fresh.get(fresh.size() - 1 - last))) {
            last++;
        }
        return new TextDifference(
                joined(old.subList(0, same)),
                joined(old.subList(same, old.size() - last)),
                joined(fresh.subList(same, fresh.size() - last)),
                joined(old.subList(old.size() - last, old.size())));
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }
}
