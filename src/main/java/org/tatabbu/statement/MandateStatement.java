// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.tatabbu.language.PersonName;

/**
 * This person may sign for this party in this committee with this key; signed by the party's authority key.
 *
 * @param from the first moment that it is in force
 * @param to the first moment that it no longer is
 */
public record MandateStatement(
        UUID mandate,
        UUID party,
        UUID committee,
        PersonName person,
        Capacity capacity,
        SigningKey key,
        Instant from,
        Instant to,
        Instant at)
        implements Statement {
    static final String TYPE = "application/vnd.tatabbu.mandate.v1+json";

    public MandateStatement {
        Statement.wantName(person.arabic());
        Statement.wantName(person.latin());
        Statement.wantSeconds(from, to, at);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A mandate begins before it ends");
        }
    }

    static MandateStatement of(Members members) {
        return new MandateStatement(
                members.id("mandate"),
                members.id("party"),
                members.id("committee"),
                members.person("person"),
                Capacity.of(members.text("capacity")),
                SigningKey.of(members.object("key")),
                members.instant("from"),
                members.instant("to"),
                members.instant("at"));
    }

    /** Whether this moment is in its time; an end before its time is a statement of its own. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of(
                "mandate", mandate.toString(),
                "party", party.toString(),
                "committee", committee.toString(),
                "person", Statement.texts(person),
                "capacity", capacity.word(),
                "key", key.members(),
                "from", from.toString(),
                "to", to.toString(),
                "at", at.toString());
    }
}
