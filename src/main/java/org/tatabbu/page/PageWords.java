// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface PageWords {
    String answers(String address);

    String product();

    String titled(String page);

    String tagline();

    String skip();

    String siteSections();

    String workSections();

    String languages();

    String way();

    String committees();

    String news();

    String search();

    String waiting();

    String moderation();

    String publicSite();

    String signIn();

    String signOut();

    String about();

    String verify();

    String feed();

    String backToTop();

    String backHome();

    String notFound();

    String notFoundAdvice();

    String forbidden();

    String forbiddenAdvice();

    String tooLarge();

    String tooLargeAdvice();

    String notUnderstood();

    String notUnderstoodAdvice();

    String broken();

    String brokenAdvice();

    String noPublicAddress(String setting, String address);

    static PageWords in(Language language) {
        return Words.of(PageWords.class, language);
    }
}
