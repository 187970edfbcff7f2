// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/** One statement of each kind. */
final class Said {
    static final Instant AT = Instant.parse("2026-11-24T11:25:05Z");
    static final UUID PARTY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID COMMITTEE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final UUID MANDATE = UUID.fromString("00000000-0000-4000-8000-000000000003");
    static final UUID TEXT = UUID.fromString("00000000-0000-4000-8000-000000000004");

    private Said() {}

    static PartyStatement party(FileKey key) {
        return new PartyStatement(PARTY, new LocalText("سلسبيل", "Salsabil", "Salsabil"), key, AT);
    }

    static MandateStatement mandate(SigningKey key) {
        return new MandateStatement(
                MANDATE,
                PARTY,
                COMMITTEE,
                new PersonName("ليلى النهري", "Layla Nahri"),
                Capacity.HEAD,
                key,
                AT,
                AT.plusSeconds(86_400),
                AT);
    }

    static MandateEnd end() {
        return new MandateEnd(MANDATE, PARTY, COMMITTEE, AT);
    }

    static AdoptionStatement adoption() {
        return new AdoptionStatement(
                Digest.of(new byte[0]),
                COMMITTEE,
                TEXT,
                PARTY,
                MANDATE,
                "5/" + Octets.of(new byte[32]).base64(),
                Octets.of(new byte[16]),
                AT,
                AT.plusSeconds(600));
    }

    static List<Statement> all(FileKey file, Passkey passkey) {
        return List.of(party(file), mandate(file), mandate(passkey), end(), adoption());
    }
}
