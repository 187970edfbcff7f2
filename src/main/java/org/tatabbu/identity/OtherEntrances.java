// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import org.tatabbu.language.Language;

/** Ways to sign in beside the password, which the sign-in page names; the rooms that keep them implement it. */
public interface OtherEntrances {
    List<OtherEntrance> listed(Language language);

    /**
     * One such way.
     *
     * @param path where it begins, from the root
     */
    record OtherEntrance(String label, String path) {}
}
