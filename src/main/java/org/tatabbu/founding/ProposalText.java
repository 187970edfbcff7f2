// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.tatabbu.founding.Proposal.Kind;
import tools.jackson.databind.json.JsonMapper;

/** The bytes that everyone confirms. They are kept as they were written and never written again from what they mean. */
record ProposalText(String json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The act's id is within, so that no two acts have the same bytes. */
    static ProposalText of(JointActId act, Proposal proposal) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("act", act.id());
        whole.put("kind", proposal.kind());
        whole.put("proposal", proposal);
        return new ProposalText(JSON.writeValueAsString(whole));
    }

    Proposal proposal() {
        var whole = JSON.readTree(json);
        var kind = Kind.valueOf(whole.required("kind").asString());
        return JSON.treeToValue(whole.required("proposal"), kind.form());
    }

    /** SHA-256 of the UTF-8 bytes, in hexadecimal. */
    String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
