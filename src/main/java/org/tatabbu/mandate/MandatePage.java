// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.transparency.Log;

/** Who may sign for whom in a committee, and what a secretary does about it. */
record MandatePage(
        Language language,
        Membership place,
        List<SideView> sides,
        List<Draft> drafts,
        List<Holder> holders,
        Form form) {
    static final String NEW_OWN_KEY = "java -jar tatabbu.jar key new head.pem";

    static MandatePage of(
            Language language,
            Membership place,
            Mandates mandates,
            List<Holder> holders,
            Log log,
            Form form,
            Instant now) {
        var committee = place.committee();
        var keys = mandates.authorities(committee.id());
        var all = mandates.of(committee.id());
        var line = new LogLine(language, log);
        var sides = committee.parties().stream()
                .map(party -> SideView.of(language, place, party, keys, all, line, now))
                .toList();
        return new MandatePage(language, place, sides, mandates.drafts(place.seat(), now), holders, form);
    }

    MandateWords words() {
        return MandateWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    Party own() {
        return place.party();
    }

    static String path(Membership place) {
        return "/work/committees/" + place.committee().slug() + "/mandates";
    }

    String path() {
        return path(place);
    }

    boolean writes() {
        return place.seat().writes();
    }

    /** Whether one's own party can sign mandates. */
    boolean ready() {
        return sides.stream().anyMatch(side -> side.party().equals(own()) && side.key() != null);
    }

    List<Choice> seatChoices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words().choose()));
        holders.stream()
                .map(Holder::seat)
                .forEach(seat -> choices.add(new Choice(
                        seat.id().id().toString(),
                        words().seat(seat.title(language), seat.role().name()))));
        return choices;
    }

    /** The passkeys of one's own heads and alternates. */
    List<PasskeyView> passkeys() {
        return holders.stream().flatMap(this::views).toList();
    }

    /** Those who cannot be given a mandate for a passkey yet. */
    List<String> withoutPasskey() {
        return holders.stream()
                .filter(holder -> holder.keys().isEmpty())
                .map(holder -> holder.seat().title(language))
                .toList();
    }

    /** Whether the reader is one of those who sign. */
    boolean signs() {
        return place.seat().adopts();
    }

    /** The reader's own passkeys. */
    List<PasskeyView> mine(boolean named) {
        return holders.stream()
                .filter(holder -> holder.seat().equals(place.seat()))
                .flatMap(this::views)
                .filter(view -> named(view) == named)
                .toList();
    }

    private boolean named(PasskeyView view) {
        return sides.stream()
                .flatMap(side -> side.mandates().stream())
                .anyMatch(row ->
                        row.inForce() && row.mandate().key().equals(view.key().key()));
    }

    private Stream<PasskeyView> views(Holder holder) {
        return holder.keys().stream()
                .map(key -> new PasskeyView(language, committee().zone(), holder.seat(), key));
    }

    String stateOfLog() {
        return "/work/committees/" + committee().slug() + "/log";
    }

    /** Where a head makes a passkey, and comes back from here. */
    String makeKey() {
        return "/work/account/signing-keys?back=" + path();
    }

    /** What a prepared statement would say, in short. */
    String says(Draft draft) {
        return draft.statement() instanceof MandateStatement mandate
                ? words().draftOfMandate(mandate.person().in(language))
                : words().draftOfEnd(person(draft));
    }

    private String person(Draft draft) {
        return sides.stream()
                .flatMap(side -> side.mandates().stream())
                .filter(row -> row.mandate().seat().equals(draft.seat()))
                .map(MandateRow::person)
                .findFirst()
                .orElse("");
    }

    String digest(Draft draft) {
        return Digest.of(draft.statement().bytes()).grouped();
    }

    String preparedAt(Draft draft) {
        return Dates.moment(draft.preparedAt(), committee().zone(), language);
    }

    static String fileName(Draft draft) {
        return (draft.statement() instanceof MandateStatement ? "mandate-" : "mandate-end-")
                + draft.id().toString().substring(0, 8) + ".json";
    }

    /** Commands are no words of a language. */
    String newKey() {
        return "java -jar tatabbu.jar key new " + keyFile();
    }

    String signParty() {
        return "java -jar tatabbu.jar key party " + keyFile() + " party-request.json";
    }

    String sign(Draft draft) {
        return "java -jar tatabbu.jar key sign authority.pem " + fileName(draft);
    }

    String handOver() {
        return "java -jar tatabbu.jar key sign authority.pem party-request.signed.json handover.json";
    }

    private String keyFile() {
        return ready() ? "new-authority.pem" : "authority.pem";
    }
}
