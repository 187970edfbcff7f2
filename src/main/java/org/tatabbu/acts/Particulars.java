// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;

/**
 * What the sides record on an act together.
 *
 * @param inForce the day from which it is in force; nothing where they have not agreed on one
 * @param basis the provision it rests on; may be empty
 * @param open whether the public may read the act
 */
public record Particulars(@Nullable LocalDate inForce, LocalText basis, boolean open, List<Link> links) {
    public static final Particulars NONE = new Particulars(null, LocalText.NONE, false, List.of());
    public static final int LONGEST_BASIS = 500;
    public static final int MOST_LINKS = 20;

    public Particulars {
        basis = RecordText.normal(basis);
        links = List.copyOf(links);
    }

    /** Whether its texts may stand: the basis in every language, or in none. */
    boolean fits() {
        return (basis.complete() || basis.empty())
                && Language.ALL.stream().map(basis::in).allMatch(Particulars::fits)
                && links.size() <= MOST_LINKS
                && links.stream().map(Link::target).distinct().count() == links.size();
    }

    static boolean fits(String basis) {
        return basis.length() <= LONGEST_BASIS && RecordText.fits(basis);
    }
}
