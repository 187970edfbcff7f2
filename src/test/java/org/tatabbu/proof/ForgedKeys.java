// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static org.tatabbu.proof.Scribe.base64;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Bundles with keys that the program would never have let into the log. */
final class ForgedKeys {
    private ForgedKeys() {}

    static List<Forgeries.Forgery> all() {
        return List.of(
                key("a passkey whose two ways of writing it disagree", key -> key.put("cose", cose())),
                key("a passkey of a foreign relying party", key -> key.put("rpId", "evil.example")),
                key("a passkey of no relying party", key -> key.put("rpId", "")),
                key(
                        "a passkey of a page beside its relying party",
                        key -> key.put("origins", List.of("https://not" + Signer.RP))),
                key("a passkey of an unsealed page", key -> key.put("origins", List.of("http://" + Signer.RP))),
                key("a passkey of no page", key -> key.put("origins", List.of())),
                key("a passkey of no credential", key -> key.put("credential", "")),
                key("a key of no algorithm", key -> key.put("alg", "RS256")),
                Forgeries.told(
                        "an authority key under which anything holds",
                        "key",
                        story -> story.sides
                                .getFirst()
                                .party
                                .put("key", Map.of("alg", "Ed25519", "spki", base64(weak())))),
                Forgeries.told(
                        "a signing key under which anything holds",
                        "key",
                        story -> story.sides
                                .getFirst()
                                .mandate
                                .put("key", Map.of("alg", "Ed25519", "spki", base64(weak())))),
                Forgeries.told(
                        "an authority with a passkey",
                        "key",
                        story -> story.sides
                                .getFirst()
                                .party
                                .put("key", Signer.passkey().key())));
    }

    private static Forgeries.Forgery key(String claim, Consumer<Map<String, Object>> change) {
        return Forgeries.told(claim, "key", story -> {
            var key = new LinkedHashMap<>(story.sides.get(1).signer.key());
            change.accept(key);
            story.sides.get(1).mandate.put("key", key);
        });
    }

    private static Object cose() {
        return Signer.passkey().key().getOrDefault("cose", "");
    }

    /** The neutral point, with the sign bit that it does not need. */
    private static byte[] weak() {
        var spki = Scribe.spki(Scribe.ed25519());
        Arrays.fill(spki, 12, 44, (byte) 0);
        spki[12] = 1;
        spki[43] = (byte) 0x80;
        return spki;
    }
}
