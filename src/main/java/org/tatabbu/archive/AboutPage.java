// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import org.tatabbu.language.Language;

record AboutPage(Language language) {
    static final String EXPORT = "/export/public.json";
    static final String MAP = "/sitemap.xml";

    ArchiveWords words() {
        return ArchiveWords.in(language);
    }
}
