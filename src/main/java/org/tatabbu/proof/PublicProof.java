// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.time.ZoneId;
import org.tatabbu.adoption.Sealing;
import org.tatabbu.language.Language;

/**
 * What a page that tells of an act says of its proof.
 *
 * @param bundle where the bundle is, after the language; empty while there is none that anybody may have
 */
public record PublicProof(Sealing seal, String bundle) {
    public String said(Language language, ZoneId zone) {
        return seal.said(language, zone);
    }

    public boolean sealed() {
        return seal.sealed();
    }

    public boolean waits() {
        return seal.waits();
    }
}
