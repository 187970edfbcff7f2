// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.original.ActKind;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** The register of a committee, or what of it was asked for. */
record ActsPage(Language language, Membership place, List<RegisteredAct> all, Wanted wanted, LocalDate today) {

    ActsWords words() {
        return ActsWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    static String path(Committee committee) {
        return "/work/committees/" + committee.slug();
    }

    List<RegisteredAct> shown() {
        return wanted.among(all, today);
    }

    String address(RegisteredAct one) {
        return "/" + language.tag() + path(committee()) + one.act().path();
    }

    String action() {
        return "/" + language.tag() + path(committee()) + "/acts";
    }

    /** The same acts as a table for a program. */
    String export(String ending) {
        var query = wanted.fields().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return action() + ending + (query.isEmpty() ? "" : "?" + query);
    }

    Form form() {
        return Form.of(wanted.fields());
    }

    List<Choice> kinds() {
        var any = Stream.of(new Choice("", words().any()));
        return Stream.concat(
                        any, Arrays.stream(ActKind.values()).map(kind -> new Choice(kind.name(), kind.label(language))))
                .toList();
    }

    List<Choice> years() {
        var any = Stream.of(new Choice("", words().any()));
        var years = all.stream().map(one -> Integer.toString(one.act().year())).distinct();
        return Stream.concat(any, years.map(year -> new Choice(year, year))).toList();
    }

    List<Choice> standings() {
        var any = Stream.of(new Choice("", words().any()));
        var each = Arrays.stream(Standing.values())
                .map(standing -> new Choice(standing.name(), words().standing(standing.name())));
        return Stream.concat(any, each).toList();
    }

    String title(RegisteredAct one) {
        return one.act().title(language);
    }

    String heading(RegisteredAct one) {
        return one.heading().in(language);
    }

    String adopted(RegisteredAct one) {
        return Dates.day(committee().dayOf(one.act().adoptedAt()), language);
    }

    String standing(RegisteredAct one) {
        return words().standing(one.on(today).name());
    }

    String inForce(RegisteredAct one) {
        var day = one.said().inForce();
        return day == null ? "" : words().from(Dates.day(day, language));
    }
}
