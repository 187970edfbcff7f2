// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

/** A room with documents from before there was a search: it is asked once, in the background, to put each of them. */
public interface Source {
    /** Its name for ever. */
    String name();

    /** Puts all that can be found; in one transaction. */
    void tell(Search search);
}
