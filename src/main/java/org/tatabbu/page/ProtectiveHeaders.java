// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What every answer asks of the browser. */
final class ProtectiveHeaders extends ValveBase {
    private static final String BEFORE =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'";
    private static final String AFTER = "; base-uri 'none'; frame-ancestors 'none'";
    private static final String CONTENT = BEFORE + AFTER;

    private final Site site;
    private final List<HeaderWriter> headers;
    private volatile @Nullable Written written;

    ProtectiveHeaders(Site site) {
        super(true);
        this.site = site;
        headers = of(site);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var before = written;
        var signing = site.signing();
        if (before == null || !before.signing.equals(signing)) {
            // The server says something of its own before, where somebody traces.
            var others = Set.copyOf(response.getHeaderNames());
            headers.forEach(header -> header.writeHeaders(request, response));
            written = new Written(signing, Fields.of(response, others));
        } else {
            before.fields.writeTo(response);
        }
        getNext().invoke(request, response);
    }

    /** @param signing the address of signing, which they name */
    private record Written(String signing, Fields fields) {}

    private static String content(String signing) {
        return signing.isEmpty() ? CONTENT : BEFORE + " " + signing + AFTER;
    }

    private static List<HeaderWriter> of(Site site) {
        var opener = new CrossOriginOpenerPolicyHeaderWriter();
        opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        var headers = new ArrayList<HeaderWriter>(List.of(
                // A browser follows a form to another address only where this says so: that of signing is one.
                (request, response) -> response.setHeader("Content-Security-Policy", content(site.signing())),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter("camera=(), microphone=(), geolocation=()"),
                opener));
        if (site.secure()) {
            // TLS may end at a proxy in front of us, so whether this request came over it says nothing.
            headers.add(new HstsHeaderWriter(
                    AnyRequestMatcher.INSTANCE, Duration.ofDays(365).toSeconds(), false));
        }
        return List.copyOf(headers);
    }
}
