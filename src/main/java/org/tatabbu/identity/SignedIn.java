// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Viewer;

/**
 * Who is at work: a controller below {@code /{lang}/work} takes it as an argument.
 *
 * @param since when they last showed who they are
 */
public record SignedIn(Account account, Viewer viewer, Instant since) {
    /** Where they show it anew, after the language. */
    public static final String CONFIRMATION = "/work/account/confirmation";

    /** As long as a device has to answer. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    /** The frame of a page of the workspace; {@code path} starts with a slash and comes after the language. */
    public Frame frame(Language language, String path, String title) {
        return Frame.work(language, path, title, viewer);
    }

    /** Whether they showed who they are lately enough to change how they sign in. */
    public boolean lately(Instant now) {
        return now.isBefore(since.plus(LATELY));
    }

    /** Where they show it anew, after the language, on the way to a page of the workspace; {@code to} has its language. */
    public static String confirmation(String to) {
        return CONFIRMATION + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** The account that sent a request, if signed in. */
    public static Optional<Account> account(HttpServletRequest request) {
        return Recognition.of(request);
    }
}
