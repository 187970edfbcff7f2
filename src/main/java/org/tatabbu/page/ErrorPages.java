// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var uri = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return page(status == null ? 404 : status, language(uri, request));
    }

    /** The language of the address where it has one, else the one that the reader wishes. */
    static Language language(@Nullable String uri, HttpServletRequest request) {
        var steps = uri == null ? new String[0] : uri.split("/", 3);
        var wishes = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return (steps.length > 1 ? Language.of(steps[1]) : Optional.<Language>empty())
                .orElseGet(() -> Language.wished(wishes == null ? "" : wishes));
    }

    ResponseEntity<byte[]> page(int code, Language language) {
        var status = Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        var trouble = ErrorPage.of(status, PageWords.in(language));
        // The frame is a public one without alternates' promise: it says nothing of who is signed in.
        return pages.show(status, Frame.work(language, "", trouble.title(), null), "page/ErrorPage.jte", trouble);
    }

    record ErrorPage(int status, String title, String whatToDo) {
        static ErrorPage of(HttpStatus status, PageWords words) {
            return switch (status) {
                case FORBIDDEN, UNAUTHORIZED -> new ErrorPage(403, words.forbidden(), words.forbiddenAdvice());
                case NOT_FOUND -> new ErrorPage(404, words.notFound(), words.notFoundAdvice());
                case CONTENT_TOO_LARGE -> new ErrorPage(413, words.tooLarge(), words.tooLargeAdvice());
                default ->
                    status.is4xxClientError()
                            ? new ErrorPage(status.value(), words.notUnderstood(), words.notUnderstoodAdvice())
                            : new ErrorPage(status.value(), words.broken(), words.brokenAdvice());
            };
        }
    }
}
