// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tatabbu.language.Language;

/** A message taken apart: what it writes itself, what it leaves open, and the plural forms it lacks. */
public final class Message {
    private final MessagePattern pattern;
    private final String text;

    public Message(String text) {
        this.text = text;
        this.pattern = new MessagePattern(text);
    }

    /** The placeholders, {@code {name}} as -1, since ours are numbers. */
    public Set<Integer> placeholders() {
        var numbers = new TreeSet<Integer>();
        for (int at = 0; at < pattern.countParts(); at++) {
            var part = pattern.getPart(at);
            if (part.getType() == Part.Type.ARG_NUMBER) {
                numbers.add(part.getValue());
            } else if (part.getType() == Part.Type.ARG_NAME) {
                numbers.add(-1);
            }
        }
        return numbers;
    }

    /** Everything a reader may see of the message itself, all its forms one after the other. */
    public String written() {
        var written = new StringBuilder();
        written(0, written);
        return written.toString();
    }

    private int written(int start, StringBuilder written) {
        int from = pattern.getPart(start).getLimit();
        int at = start;
        while (true) {
            var part = pattern.getPart(++at);
            written.append(text, from, part.getIndex());
            if (part.getType() == Part.Type.MSG_LIMIT) {
                written.append(' ');
                return at;
            }
            if (part.getType() == Part.Type.ARG_START) {
                int limit = pattern.getLimitPartIndex(at);
                while (at < limit) {
                    at = pattern.getPart(at).getType() == Part.Type.MSG_START ? written(at, written) + 1 : at + 1;
                }
                at = limit;
            }
            from = pattern.getPart(at).getLimit();
        }
    }

    /** The plural categories of the language that some plural in the message has no form for. */
    public Set<String> missingForms(Language language) {
        var missing = new TreeSet<String>();
        for (int at = 0; at < pattern.countParts(); at++) {
            var part = pattern.getPart(at);
            if (part.getType() == Part.Type.ARG_START && part.getArgType().hasPluralStyle()) {
                var type = part.getArgType() == ArgType.PLURAL ? PluralType.CARDINAL : PluralType.ORDINAL;
                missing.addAll(missing(at, PluralRules.forLocale(ULocale.forLanguageTag(language.tag()), type)));
            }
        }
        return missing;
    }

    private Set<String> missing(int argument, PluralRules rules) {
        var forms = new HashSet<String>();
        int depth = 0;
        for (int at = argument; at < pattern.getLimitPartIndex(argument); at++) {
            var part = pattern.getPart(at);
            depth += part.getType() == Part.Type.MSG_START ? 1 : part.getType() == Part.Type.MSG_LIMIT ? -1 : 0;
            if (depth == 0 && part.getType() == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            }
        }
        var missing = new TreeSet<>(rules.getKeywords());
        if (!counted(rules, "many")) {
            missing.remove("many");
        }
        missing.removeIf(form -> forms.contains(form) || said(forms, form, rules));
        return missing;
    }

    /** A form may be given number by number: in French «one» is 0 and 1, in Arabic «zero» is 0. */
    private static boolean said(Set<String> forms, String form, PluralRules rules) {
        return !form.equals("other")
                && IntStream.rangeClosed(0, 1000)
                        .filter(number -> rules.select(number).equals(form))
                        .allMatch(number -> forms.contains("=" + number));
    }

    /** French has a form for millions alone, which our counts never reach. */
    private static boolean counted(PluralRules rules, String form) {
        return IntStream.rangeClosed(0, 1000)
                .anyMatch(number -> rules.select(number).equals(form));
    }
}
