// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.List;
import org.tatabbu.committee.Party;

/** What came of one head's decision. */
public sealed interface Adoption {
    /** The last party has adopted: the text is an act. */
    record Complete(Act act) implements Adoption {}

    /** This party has adopted; these have not yet. */
    record StillWaiting(List<Party> parties) implements Adoption {}

    /** The text goes back to the secretaries with the reason. */
    record Returned() implements Adoption {}

    record Refused(Reason reason) implements Adoption {}

    /** Why a decision is not taken. */
    enum Reason {
        /** Only a head or an alternate of a party of this committee decides. */
        NOT_A_HEAD,
        /** The presentation is over: broken by an edit, returned, or complete. */
        OVER,
        /** What the head signed is not what is presented. */
        OTHER_TEXT,
        /** This party has adopted already. */
        ALREADY,
        /** A text is not returned without saying why. */
        NO_REASON,
        /** The key that signed has no mandate for this seat in force now. */
        NO_MANDATE,
        /** What was signed is no statement of adoption, or one of another committee, party or text. */
        OTHER_STATEMENT,
        /** The signature does not hold. */
        SIGNATURE,
        /** The statement was to be used before now, or was made before the text was presented. */
        EXPIRED,
        /** The statement names a checkpoint that this log never had. */
        OTHER_LOG,
        /** What the database holds of the text or of a signature is not what was signed. */
        CHANGED
    }
}
