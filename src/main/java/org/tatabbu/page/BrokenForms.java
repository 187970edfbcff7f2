// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form that cannot be read is its sender's mistake: it gets a page that says so, and no trace in our log. */
@ControllerAdvice
class BrokenForms {
    @ExceptionHandler
    void refuse(MultipartException broken, HttpServletResponse response) throws IOException {
        var tooLarge = broken instanceof MaxUploadSizeExceededException;
        response.sendError((tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }

    /** An address with something in it that names nothing is an address where nothing stands. */
    @ExceptionHandler
    void refuse(MethodArgumentTypeMismatchException nothing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** Tomcat's own word for a form that is too large or not text. */
    @ExceptionHandler
    void refuse(InvalidParameterException broken, HttpServletResponse response) throws IOException {
        // Where the line itself is broken, Tomcat has answered and ends the connection.
        if (!response.isCommitted()) {
            response.sendError(broken.getErrorCode());
        }
    }
}
