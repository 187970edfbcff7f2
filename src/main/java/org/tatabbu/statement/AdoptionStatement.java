// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * This party adopts this text; signed by the key of a mandate of the party.
 *
 * @param record of the canonical bytes adopted
 * @param text id of the meeting's minutes or of the written procedure's text
 * @param checkpoint the last one that was seen, {@code <size>/<root in base64>}
 * @param nonce 16 random bytes
 * @param notAfter the last moment that it may become part of an act
 */
public record AdoptionStatement(
        Digest record,
        UUID committee,
        UUID text,
        UUID party,
        UUID mandate,
        String checkpoint,
        Octets nonce,
        Instant at,
        Instant notAfter)
        implements Statement {
    /** Its media type. */
    public static final String TYPE = "application/vnd.tatabbu.adoption.v1+json";

    private static final Pattern CHECKPOINT = Pattern.compile("(0|[1-9][0-9]{0,15})/([A-Za-z0-9+/]{43}=)");

    public AdoptionStatement {
        var seen = CHECKPOINT.matcher(checkpoint);
        if (!seen.matches() || new Octets(seen.group(2)).length() != 32) {
            throw new IllegalArgumentException("A checkpoint is its size and its root");
        }
        if (nonce.length() != 16) {
            throw new IllegalArgumentException("A nonce has 16 bytes");
        }
        Statement.wantSeconds(at, notAfter);
        if (notAfter.isBefore(at)) {
            throw new IllegalArgumentException("Over before it was signed");
        }
    }

    static AdoptionStatement of(Members members) {
        return new AdoptionStatement(
                members.digest("record"),
                members.id("committee"),
                members.id("text"),
                members.id("party"),
                members.id("mandate"),
                members.text("checkpoint"),
                members.octets("nonce"),
                members.instant("at"),
                members.instant("notAfter"));
    }

    /** How many entries the log had that the signer saw. */
    public long seen() {
        return Long.parseLong(checkpoint.substring(0, checkpoint.indexOf('/')));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of(
                "record", record.hex(),
                "committee", committee.toString(),
                "text", text.toString(),
                "party", party.toString(),
                "mandate", mandate.toString(),
                "checkpoint", checkpoint,
                "nonce", nonce.base64(),
                "at", at.toString(),
                "notAfter", notAfter.toString());
    }
}
