// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.util.Map;

/** An Ed25519 key kept in a file of the party's own. */
public record FileKey(Octets spki) implements SigningKey {
    static final String ALG = "Ed25519";

    public FileKey {
        KeyMaterial.ED25519.check(spki);
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("alg", ALG, "spki", spki.base64());
    }
}
