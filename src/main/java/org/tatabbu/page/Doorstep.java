// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What a request too broken to be let in is told: by a page of ours, where Tomcat would write one of its own. */
final class Doorstep extends ErrorReportValve {
    private final ErrorPages errors;

    Doorstep(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var page = errors.page(status, ErrorPages.language(request.getRequestURI(), request));
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(Objects.requireNonNull(page.getBody()), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // The one who asked is no longer there.
        }
    }
}
