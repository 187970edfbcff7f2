// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

/** What came of showing a paper to more readers. */
public enum Widening {
    WIDENED,
    /** Not there, another party's, withdrawn, or as wide already. */
    NOT_YOURS,
    /** Another paper that every side reads bears the symbol: nothing was done. */
    SYMBOL_TAKEN,
    /** The store of contents does not answer: nothing was done. */
    STORE_AWAY
}
