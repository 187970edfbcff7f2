// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Viewer;

/** Who is at work: a controller below {@code /{lang}/work} takes it as an argument. */
public record SignedIn(Account account, Viewer viewer) {
    /** The frame of a page of the workspace; {@code path} starts with a slash and comes after the language. */
    public Frame frame(Language language, String path, String title) {
        return Frame.work(language, path, title, viewer);
    }

    /** The account that sent a request, if signed in. */
    public static Optional<Account> account(HttpServletRequest request) {
        return Recognition.of(request);
    }
}
