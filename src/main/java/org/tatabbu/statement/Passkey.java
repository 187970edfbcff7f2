// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
        private final byte[] before;
        private final byte[] between;

        Algorithm(KeyMaterial material, String before, String between) {
            this.material = material;
            this.before = HexFormat.of().parseHex(before);
            this.between = HexFormat.of().parseHex(between);
        }

        /** As statements write it. */
        public String word() {
            return this == ES256 ? "ES256" : "EdDSA";
        }

        private boolean wrote(byte[] cose) {
            return switch (this) {
                case ES256 ->
                    cose.length == before.length + 32 + between.length + 32
                            && starts(cose, 0, before)
                            && starts(cose, before.length + 32, between);
                case EDDSA -> cose.length == before.length + 32 && starts(cose, 0, before);
            };
        }

        private byte[] raw(byte[] cose) {
            var x = Arrays.copyOfRange(cose, before.length, before.length + 32);
            if (this == EDDSA) {
                return x;
            }
            var raw = Arrays.copyOf(x, 64);
            System.arraycopy(cose, cose.length - 32, raw, 32, 32);
            return raw;
        }

        private static boolean starts(byte[] bytes, int at, byte[] with) {
            return Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
        }
    }

    public Passkey {
        origins = List.copyOf(origins);
        if (!alg.wrote(cose.bytes())
                || !alg.material.spki(alg.raw(cose.bytes())).equals(spki)) {
            throw new Unreadable("The two ways of writing the key disagree");
        }
        if (credential.length() < 1 || credential.length() > 1023) {
            throw new Unreadable("A credential's id has 1 to 1023 bytes");
        }
        if (!rpId.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,8}")) {
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
        var bytes = cose.bytes();
        for (var alg : Algorithm.values()) {
            if (alg.wrote(bytes)) {
                return new Passkey(alg, alg.material.spki(alg.raw(bytes)), cose, credential, rpId, origins);
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
        if (!origin.matches("https?://[a-z0-9.-]{1,253}(:[1-9][0-9]{0,4})?")) {
            return false;
        }
        var host = URI.create(origin).getHost();
        var secure = origin.startsWith("https:") || rpId.equals("localhost") || rpId.endsWith(".localhost");
        return secure && host != null && (host.equals(rpId) || host.endsWith("." + rpId));
    }
}
