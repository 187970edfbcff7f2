// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tatabbu.language.Language;

/** What a reader sees when there is no page, no right or no luck: a page of ours, in their language. */
@Controller
@OutsideLanguages
class ErrorPages implements ErrorController {
    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        var status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatus::resolve)
                .orElse(HttpStatus.NOT_FOUND);
        var language = language(request);
        var words = PageWords.in(language);
        var trouble = ErrorPage.of(status, words);
        // The frame is a public one without alternates' promise: it says nothing of who is signed in.
        return pages.show(status, Frame.work(language, "", trouble.title(), null), "page/ErrorPage.jte", trouble);
    }

    private static Language language(HttpServletRequest request) {
        var uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var steps = uri == null ? new String[0] : uri.split("/", 3);
        var wishes = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return (steps.length > 1 ? Language.of(steps[1]) : Optional.<Language>empty())
                .orElseGet(() -> Language.wished(wishes == null ? "" : wishes));
    }
}
