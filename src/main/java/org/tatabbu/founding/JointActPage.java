// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import org.tatabbu.page.Form;

/**
 * One joint act, and what its reader may do with it.
 *
 * @param confirms whether their agreement is wanted
 * @param withdraws whether it is their party's own open proposal
 */
record JointActPage(ActView view, boolean confirms, boolean withdraws, Form form) {
    FoundingWords words() {
        return view.words();
    }

    JointAct act() {
        return view.act();
    }

    boolean founding() {
        return act().proposal() instanceof Proposal.Found;
    }
}
