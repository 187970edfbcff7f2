// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** That mandate ends; signed by the party's authority key. */
public record MandateEnd(UUID mandate, UUID party, UUID committee, Instant at) implements Statement {
    static final String TYPE = "application/vnd.tatabbu.mandate-end.v1+json";

    public MandateEnd {
        Statement.wantSeconds(at);
    }

    static MandateEnd of(Members members) {
        return new MandateEnd(
                members.id("mandate"), members.id("party"), members.id("committee"), members.instant("at"));
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
                "at", at.toString());
    }
}
