// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the product, the first one being the default. */
public enum Language {
    AR("ar", "rtl"),
    FR("fr", "ltr"),
    EN("en", "ltr");

    /** Every language, in the order in which they stand side by side. */
    public static final List<Language> ALL = List.of(values());

    private final String tag;
    private final String direction;

    Language(String tag, String direction) {
        this.tag = tag;
        this.direction = direction;
    }

    /** The BCP 47 tag, as in the address of every page. */
    public String tag() {
        return tag;
    }

    /** The value of HTML's {@code dir}. */
    public String direction() {
        return direction;
    }

    /** The locale for plurals and dates; Arabic keeps Western digits, as the Maghreb writes them. */
    public Locale locale() {
        return Locale.forLanguageTag(this == AR ? "ar-u-nu-latn" : tag);
    }

    /** How the language calls itself. */
    public String ownName() {
        return LanguageWords.in(this).ownName();
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The first of the reader's wishes that we speak, else Arabic; a malformed header counts as no wish. */
    public static Language wished(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> of(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(AR);
        } catch (IllegalArgumentException malformed) {
            return AR;
        }
    }
}
