// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import org.springframework.stereotype.Component;
import org.tatabbu.search.Search;
import org.tatabbu.search.Source;

/** The acts that were public before there was a search. */
@Component
class EarlierActs implements Source {
    private final ActsStore store;

    EarlierActs(ActsStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "acts";
    }

    @Override
    public void tell(Search search) {
        store.entries().forEach(search::put);
    }
}
