// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.original.RenderedText;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Digest;
import org.tatabbu.transparency.Log;

/** An act as the log holds it: one entry with every party's signed statement inside, so that it is all there or not at all. */
@Component
class ActEntry {
    static final String TYPE = "application/vnd.tatabbu.act.v1+json";

    private final AdoptionStore store;
    private final Log log;

    ActEntry(AdoptionStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** Numbers the act of a presentation that every party has signed, hands it to the log, and keeps it. */
    Act enter(Presentation presentation, Committee committee, Instant at) {
        int year = at.atZone(committee.zone()).getYear();
        var act = new Act(
                ActId.random(),
                presentation.committee(),
                presentation.kind(),
                presentation.text(),
                presentation.meeting(),
                presentation.id(),
                year,
                store.nextNumber(presentation, year),
                presentation.digest(),
                at,
                null);
        var entry = bytes(
                act,
                committee,
                store.envelopes(presentation.id()),
                store.record(presentation.id()),
                log.policy().bytes());
        var logged = act.under(log.append(entry, at).id());
        store.add(logged);
        return logged;
    }

    /**
     * The entry's canonical bytes.
     *
     * @param envelopes the signed statement of each party
     * @param record the canonical bytes adopted, from which the rendered texts are made
     * @param policy the tlog-policy in force
     */
    static byte[] bytes(Act act, Committee committee, Map<PartyId, byte[]> envelopes, byte[] record, byte[] policy) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE);
        document.put("act", act.id().id().toString());
        document.put("committee", act.committee().id().toString());
        document.put("kind", act.kind().word());
        document.put("number", act.number());
        document.put("year", act.year());
        document.put("record", act.digest().hex());
        document.put(
                "adoptedAt", act.adoptedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("adoptions", adoptions(committee, envelopes));
        document.put("texts", texts(record));
        document.put("policy", Digest.of(policy).hex());
        return CanonicalJson.bytes(document);
    }

    private static List<Object> adoptions(Committee committee, Map<PartyId, byte[]> envelopes) {
        return committee.parties().stream()
                .map(party -> {
                    var envelope = envelopes.get(party.id());
                    if (envelope == null) {
                        throw new IllegalStateException("An act without the statement of a party");
                    }
                    return (Object) CanonicalJson.read(envelope);
                })
                .toList();
    }

    private static Map<String, Object> texts(byte[] record) {
        var texts = new LinkedHashMap<String, Object>();
        for (var language : Language.ALL) {
            texts.put(
                    language.tag(), Digest.of(RenderedText.of(record, language)).hex());
        }
        return texts;
    }
}
