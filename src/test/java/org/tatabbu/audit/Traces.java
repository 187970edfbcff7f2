// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trace taken whole. */
final class Traces {
    private Traces() {}

    static List<Entry> all(Audit audit, UUID committee, @Nullable UUID party, Wanted wanted) {
        var entries = new ArrayList<Entry>();
        audit.each(committee, party, wanted, entries::add);
        return entries;
    }

    /** What this adds to the joint part, the latest first. */
    static List<Entry> added(Audit audit, UUID committee, Runnable change) {
        var before = all(audit, committee, null, Wanted.ALL);
        change.run();
        var added = all(audit, committee, null, Wanted.ALL);
        before.forEach(added::remove);
        return added;
    }
}
