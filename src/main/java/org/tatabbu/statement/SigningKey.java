// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.Map;

/** The public half of a key that signs statements. */
public sealed interface SigningKey permits FileKey, Passkey {
    /** Its SubjectPublicKeyInfo, the only way to write it. */
    Octets spki();

    /** Its members in a statement. */
    Map<String, Object> members();

    /** Its name: the SHA-256 of its SubjectPublicKeyInfo. */
    default Digest id() {
        return Digest.of(spki().bytes());
    }

    static SigningKey of(Members members) {
        var alg = members.text("alg");
        var spki = members.octets("spki");
        var key = switch (alg) {
            case FileKey.ALG -> new FileKey(spki);
            case "ES256", "EdDSA" ->
                Passkey.of(
                        members.octets("cose"),
                        members.octets("credential"),
                        members.text("rpId"),
                        members.listOfTexts("origins"));
            default -> throw new Unreadable("No algorithm of ours at $.key.alg");
        };
        members.end();
        if (!alg.equals(key.members().get("alg")) || !key.spki().equals(spki)) {
            throw new Unreadable("Two different keys in $.key");
        }
        return key;
    }
}
