// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import org.springframework.http.HttpStatus;

record ErrorPage(int status, String title, String whatToDo) {
    static ErrorPage of(HttpStatus status, PageWords words) {
        return switch (status) {
            case FORBIDDEN, UNAUTHORIZED -> new ErrorPage(403, words.forbidden(), words.forbiddenAdvice());
            case NOT_FOUND, METHOD_NOT_ALLOWED ->
                new ErrorPage(status.value(), words.notFound(), words.notFoundAdvice());
            case CONTENT_TOO_LARGE -> new ErrorPage(413, words.tooLarge(), words.tooLargeAdvice());
            default ->
                status.is4xxClientError()
                        ? new ErrorPage(status.value(), words.notUnderstood(), words.notUnderstoodAdvice())
                        : new ErrorPage(status.value(), words.broken(), words.brokenAdvice());
        };
    }
}
