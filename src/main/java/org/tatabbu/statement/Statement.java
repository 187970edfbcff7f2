// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/** What somebody signs. Its canonical bytes are made once; whoever verifies takes them as they came. */
public sealed interface Statement permits PartyStatement, MandateStatement, MandateEnd, AdoptionStatement {
    /** The longest name in a statement, in UTF-16 units. */
    int LONGEST_NAME = 200;

    /** Its media type, which is signed along with it. */
    String type();

    /** When it was made. */
    Instant at();

    /** Its members beside the type. */
    Map<String, Object> members();

    /** Its canonical bytes. */
    default byte[] bytes() {
        var document = new LinkedHashMap<>(members());
        document.put("type", type());
        return CanonicalJson.bytes(document);
    }

    /**
     * Reads a statement that is exactly what one of ours would be.
     *
     * @throws Unreadable naming the first place that is not
     */
    static Statement read(byte[] canonical) {
        var members = Members.of(CanonicalJson.read(canonical));
        try {
            var statement = switch (members.text("type")) {
                case PartyStatement.TYPE -> PartyStatement.of(members);
                case MandateStatement.TYPE -> MandateStatement.of(members);
                case MandateEnd.TYPE -> MandateEnd.of(members);
                case AdoptionStatement.TYPE -> AdoptionStatement.of(members);
                default -> throw new Unreadable("No statement of ours");
            };
            members.end();
            if (!Arrays.equals(statement.bytes(), canonical)) {
                throw new Unreadable("Not as we write it");
            }
            return statement;
        } catch (Unreadable e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Whether these bytes are a canonical document that says this type of itself; acts have types of their own. */
    static boolean typed(byte[] canonical, String type) {
        try {
            return type.equals(CanonicalJson.read(canonical).get("type"));
        } catch (Unreadable e) {
            return false;
        }
    }

    /** The bytes that are signed: DSSE's pre-authentication encoding (its protocol, version 1). */
    static byte[] signed(String type, byte[] payload) {
        var head = "DSSEv1 " + type.getBytes(UTF_8).length + " " + type + " " + payload.length + " ";
        var message = new ByteArrayOutputStream(head.length() + payload.length);
        message.writeBytes(head.getBytes(UTF_8));
        message.writeBytes(payload);
        return message.toByteArray();
    }

    /** The bytes of this statement that are signed. */
    default byte[] signed() {
        return signed(type(), bytes());
    }

    /** Whole seconds, as every statement writes them. */
    static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    static void wantSeconds(Instant... instants) {
        for (var instant : instants) {
            if (!instant.equals(seconds(instant))
                    || instant.isBefore(Instant.EPOCH)
                    || !instant.isBefore(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw new IllegalArgumentException("An instant is in whole seconds, since 1970");
            }
        }
    }

    static void wantName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A name is one line of at most " + LONGEST_NAME);
        }
    }

    static Map<String, Object> texts(LocalText text) {
        return Map.of("ar", text.ar(), "fr", text.fr(), "en", text.en());
    }

    static Map<String, Object> texts(PersonName name) {
        return Map.of("arabic", name.arabic(), "latin", name.latin());
    }
}
