// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.tatabbu.language.Language;

/**
 * A password fit to be set: long enough, and not among the first that anybody would try. It asks for no digits and no
 * capitals: length is what slows guessing down (NIST SP 800-63B-4 §3.1.1.2).
 */
public final class NewPassword {
    /** In code points after NFKC, so that every script counts alike. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 4096;

    /** What is left beside common words must be more than a decoration. */
    private static final int DECORATION = 4;

    /** More common words than this, one after another, are a phrase that nobody else chose. */
    private static final int FEW = 3;

    private static final List<String> PRODUCT = List.of("tatabbu", "تتبع");
    private static final List<String> COMMON = lines("/passwords/common.txt");
    private static final List<String> KEYBOARDS = lines("/passwords/keyboards.txt");

    private final String text;

    private NewPassword(String text) {
        this.text = text;
    }

    /** What comes of a text that somebody wants as the password of the account with this e-mail. */
    public static Reading read(String written, String email) {
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return new TooShort();
        }
        if (length > LONGEST) {
            return new TooLong();
        }
        var folded = folded(text);
        if (about(folded, email)) {
            return new AboutYou();
        }
        var tired = periodic(folded) || walks(folded) || common(folded) || common(unmasked(folded));
        return tired ? new TooCommon() : new Fit(new NewPassword(text));
    }

    /** What to say beside a field for a new password before anything is written there. */
    public static String hint(Language language) {
        return IdentityWords.in(language).passwordHint(SHORTEST);
    }

    String text() {
        return text;
    }

    /** Never the password itself: texts end in logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }

    public sealed interface Reading {
        /** What its writer can do about it; empty where it is fit. */
        default String advice(Language language) {
            var words = IdentityWords.in(language);
            return switch (this) {
                case Fit fit -> "";
                case TooShort shorter -> words.tooShort(SHORTEST);
                case TooLong longer -> words.tooLong();
                case TooCommon common -> words.tooCommon();
                case AboutYou you -> words.aboutYou();
            };
        }
    }

    public record Fit(NewPassword password) implements Reading {}

    public record TooShort() implements Reading {}

    public record TooLong() implements Reading {}

    public record TooCommon() implements Reading {}

    public record AboutYou() implements Reading {}

    private static boolean about(String folded, String email) {
        var local = folded(email.substring(0, Math.max(0, email.lastIndexOf('@'))));
        var letters = only(folded, Character::isLetter);
        return PRODUCT.stream().anyMatch(letters::contains) || (local.length() >= 4 && folded.contains(local));
    }

    /** The same few characters over and over. */
    private static boolean periodic(String text) {
        for (var period = 1; period <= text.length() / 2; period++) {
            if (text.startsWith(text.substring(period))) {
                return true;
            }
        }
        return text.codePoints().distinct().count() < 5;
    }

    /** Mostly steps to a neighbour: in the alphabet, among the digits, or on a keyboard. */
    private static boolean walks(String text) {
        var points = text.codePoints().toArray();
        var steps = 0;
        for (var n = 1; n < points.length; n++) {
            steps += neighbours(points[n - 1], points[n]) ? 1 : 0;
        }
        return steps * 4 >= (points.length - 1) * 3;
    }

    private static boolean neighbours(int one, int other) {
        if (Math.abs(one - other) <= 1) {
            return true;
        }
        var step = Character.toString(one) + Character.toString(other);
        var back = Character.toString(other) + Character.toString(one);
        return KEYBOARDS.stream().anyMatch(row -> row.contains(step) || row.contains(back));
    }

    /** Common words with nothing beside them but decoration. */
    private static boolean common(String text) {
        var letters = only(text, Character::isLetter);
        if (letters.isEmpty()) {
            return text.codePoints().allMatch(Character::isDigit);
        }
        var left = letters;
        var taken = 0;
        for (var word : COMMON) {
            if (left.contains(word)) {
                left = left.replace(word, " ");
                taken++;
            }
        }
        return taken > 0 && taken <= FEW && only(left, Character::isLetter).length() < DECORATION;
    }

    /** The letters behind p4$$w0rd. */
    private static String unmasked(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .map(c -> switch (c) {
                    case '0' -> 'o';
                    case '1', '!' -> 'i';
                    case '3' -> 'e';
                    case '4', '@' -> 'a';
                    case '5', '$' -> 's';
                    case '7' -> 't';
                    default -> c;
                })
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Without case, and without the marks that a hurried hand leaves out. */
    private static String folded(String text) {
        return only(
                Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD),
                c -> Character.getType(c) != Character.NON_SPACING_MARK && c != 'ـ');
    }

    private static String only(String text, IntPredicate wanted) {
        var some = new StringBuilder();
        text.codePoints().filter(wanted).forEach(some::appendCodePoint);
        return some.toString();
    }

    /** The longest first, so that a word is taken out before what it begins with. */
    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(NewPassword.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(NewPassword::folded)
                    .filter(word -> !word.isBlank())
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
