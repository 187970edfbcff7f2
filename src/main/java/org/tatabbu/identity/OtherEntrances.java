// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import java.util.Optional;
import org.tatabbu.language.Language;

/** Ways to sign in beside the password, which the sign-in page names; the rooms that keep them implement it. */
public interface OtherEntrances {
    List<OtherEntrance> listed(Language language);

    /** The same, for somebody on their way to a page of ours; a way that cannot lead there ends at the first page. */
    default List<OtherEntrance> listed(Language language, String to) {
        return listed(language);
    }

    /** The same for somebody signed in who shows once more who they are: none may take another person's place. */
    default List<OtherEntrance> again(Language language, String to) {
        return listed(language, to);
    }

    /** Whether this account has such a way in. */
    default boolean opens(AccountId account) {
        return false;
    }

    /** Where, after the language, somebody looks after those that their account has, if that is nowhere else. */
    default Optional<OtherEntrance> kept(AccountId account, Language language) {
        return Optional.empty();
    }

    /**
     * One such way.
     *
     * @param label the name of whoever vouches there, or all that the link says
     * @param path where it begins, from the root
     * @param entire whether the label is all that the link says
     */
    record OtherEntrance(String label, String path, boolean entire) {
        public OtherEntrance(String provider, String path) {
            this(provider, path, false);
        }
    }
}
