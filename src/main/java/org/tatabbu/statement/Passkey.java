// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A WebAuthn credential of the signing address.
 *
 * @param cose the key as the authenticator gave it, in CTAP2's canonical CBOR
 * @param credential the credential's id
 * @param rpId the relying party it belongs to
 * @param origins the pages it may be used on
 */
public record Passkey(Algorithm alg, Octets spki, Octets cose, Octets credential, String rpId, List<String> origins)
        implements SigningKey {
    /** By the names of COSE. */
    public enum Algorithm {
        ES256(KeyMaterial.P256, "a5010203262001215820", "225820"),
        EDDSA(KeyMaterial.ED25519, "a4010103272006215820", "");

        final KeyMaterial material;
        private final String before;
        private final String between;

        Algorithm(KeyMaterial material, String before, String between) {
            this.material = material;
            this.before = before;
            this.between = between;
        }

        /** As statements write it. */
        public String word() {
            return this == ES256 ? "ES256" : "EdDSA";
        }

        private boolean wrote(String cose) {
            return cose.matches(before + "[0-9a-f]{64}" + (between.isEmpty() ? "" : between + "[0-9a-f]{64}"));
        }

        private byte[] raw(String cose) {
            var x = cose.substring(before.length(), before.length() + 64);
            var y = between.isEmpty() ? "" : cose.substring(cose.length() - 64);
            return HexFormat.of().parseHex(x + y);
        }

        private Octets spki(String cose) {
            return material.spki(raw(cose));
        }
    }

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public Passkey {
        origins = List.copyOf(origins);
        var written = HexFormat.of().formatHex(cose.bytes());
        if (!alg.wrote(written) || !alg.spki(written).equals(spki)) {
            throw new Unreadable("The two ways of writing the key disagree");
        }
        if (credential.length() < 1 || credential.length() > 1023) {
            throw new Unreadable("A credential's id has 1 to 1023 bytes");
        }
        if (!rpId.matches(LABEL + "(\\." + LABEL + "){0,8}")) {
            throw new Unreadable("Not a relying party's id");
        }
        var relyingParty = rpId;
        if (origins.isEmpty()
                || origins.size() > 8
                || origins.stream().distinct().count() != origins.size()
                || !origins.stream().allMatch(origin -> belongs(origin, relyingParty))) {
            throw new Unreadable("Origins are one to eight addresses of the relying party");
        }
    }

    /**
     * The passkey that registered this key.
     *
     * @throws Unreadable for a key that is neither ES256 on P-256 nor EdDSA on Ed25519 in canonical CBOR
     */
    public static Passkey of(Octets cose, Octets credential, String rpId, List<String> origins) {
        var written = HexFormat.of().formatHex(cose.bytes());
        for (var alg : Algorithm.values()) {
            if (alg.wrote(written)) {
                return new Passkey(alg, alg.spki(written), cose, credential, rpId, origins);
            }
        }
        throw new Unreadable("Neither an ES256 nor an EdDSA key in canonical CBOR");
    }

    @Override
    public Map<String, Object> members() {
        return Map.of(
                "alg", alg.word(),
                "spki", spki.base64(),
                "cose", cose.base64(),
                "credential", credential.base64(),
                "rpId", rpId,
                "origins", origins);
    }

    private static boolean belongs(String origin, String rpId) {
        var scheme = rpId.equals("localhost") || rpId.endsWith(".localhost") ? "https?" : "https";
        return origin.matches(scheme + "://(" + LABEL + "\\.)*" + Pattern.quote(rpId) + "(:[1-9][0-9]{0,4})?");
    }
}
