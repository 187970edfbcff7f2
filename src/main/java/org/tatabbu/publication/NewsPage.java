// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.tatabbu.language.Language;

record NewsPage(Language language, List<PublicArticle> articles, int all, int number, int size) {
    PublicationWords words() {
        return PublicationWords.in(language);
    }

    boolean older() {
        return number * size < all;
    }

    int shownTo() {
        return (number - 1) * size + articles.size();
    }
}
