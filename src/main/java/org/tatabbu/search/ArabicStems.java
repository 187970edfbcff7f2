// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The stems of an Arabic word. Script does not tell a particle from the first letter of a word (the و of وزير), so every
 * reading is kept, and two words meet where one of their readings does. After a mark stands the skeleton, by which most
 * broken plurals meet their singular (محاضر, محضر); the rest is in a list.
 */
final class ArabicStems {
    /** Marks a skeleton: it is no word, and must not be taken for one. */
    static final String SKELETON = "~";

    // The particles and the article; of لل the second letter may belong to the word (للجنة).
    private static final Pattern ARTICLE = Pattern.compile("[وف]?[بك]?ال(.{2,})");
    private static final Pattern TO_THE = Pattern.compile("[وف]?لل(.{2,})");
    private static final Pattern AND_THEN = Pattern.compile("[وف](.{3,})");
    private static final Pattern WITH_FOR = Pattern.compile("[وف]?[بكل](.{4,})");
    private static final Pattern WILL = Pattern.compile("[وف]?س([يتنا].{3,})");

    private static final List<String> OWNERS = List.of("هما", "كما", "ها", "هم", "هن", "كم", "نا");
    private static final List<String> ENDINGS = List.of(
            "يتين", "يتان", "ياته", "اته", "يات", "يون", "يين", "يته", "تين", "تان", "ات", "ون", "ين", "ان", "يه", "ته",
            "يت", "وا", "يا", "ه", "ي", "ت", "ا");
    private static final int SHORTEST = 3;

    private static final Pattern WEAK = Pattern.compile("[اويء]");
    private static final Pattern PLURAL_WITH_ALEF = Pattern.compile("ا(..)ا(.)|ا(...)");

    private static final Map<String, Set<String>> SINGULARS = Stops.lines("ar.plurals").stream()
            .collect(Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(List::getLast, Collectors.toUnmodifiableSet())));

    private ArabicStems() {}

    static Set<String> of(String word) {
        var stems = new LinkedHashSet<String>();
        for (var head : heads(word)) {
            add(stem(head), stems);
            for (var singular : SINGULARS.getOrDefault(head, SINGULARS.getOrDefault(stem(head), Set.of()))) {
                add(stem(singular), stems);
            }
        }
        return stems;
    }

    private static void add(String stem, Set<String> stems) {
        stems.add(stem);
        skeleton(stem, stems);
        var plural = PLURAL_WITH_ALEF.matcher(stem);
        if (plural.matches()) {
            stems.add(SKELETON + (plural.group(3) == null ? plural.group(1) + plural.group(2) : plural.group(3)));
        }
    }

    private static void skeleton(String stem, Set<String> stems) {
        var skeleton = stem.charAt(0) + WEAK.matcher(stem.substring(1)).replaceAll("");
        if (skeleton.length() >= SHORTEST) {
            stems.add(SKELETON + skeleton);
        }
    }

    private static Set<String> heads(String word) {
        var heads = new LinkedHashSet<String>();
        var article = ARTICLE.matcher(word);
        var toThe = TO_THE.matcher(word);
        if (toThe.matches()) {
            heads.add(toThe.group(1));
            heads.add("ل" + toThe.group(1));
            return heads;
        }
        heads.add(word);
        if (article.matches()) {
            heads.add(article.group(1));
            return heads;
        }
        for (var particle : List.of(AND_THEN, WITH_FOR, WILL)) {
            var found = particle.matcher(word);
            if (found.matches()) {
                heads.add(found.group(1));
            }
        }
        return heads;
    }

    private static String stem(String head) {
        return without(without(head, OWNERS), ENDINGS);
    }

    private static String without(String word, List<String> endings) {
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }
}
