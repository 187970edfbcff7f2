// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.tatabbu.language.LocalText;

/**
 * This party, with these names, speaks with this authority key; signed by that key.
 *
 * @param party its id in its committee
 */
public record PartyStatement(UUID party, LocalText names, FileKey key, Instant at) implements Statement {
    static final String TYPE = "application/vnd.tatabbu.party.v1+json";

    public PartyStatement {
        Statement.wantName(names.ar());
        Statement.wantName(names.fr());
        Statement.wantName(names.en());
        Statement.wantSeconds(at);
    }

    static PartyStatement of(Members members) {
        var party = members.id("party");
        var names = members.texts("names");
        return SigningKey.of(members.object("key")) instanceof FileKey key
                ? new PartyStatement(party, names, key, members.instant("at"))
                : refuse();
    }

    private static PartyStatement refuse() {
        throw new Unreadable("An authority key is a file key, at $.key");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of(
                "party", party.toString(), "names", Statement.texts(names), "key", key.members(), "at", at.toString());
    }
}
