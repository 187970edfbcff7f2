// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
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
    private volatile Written written = new Written("", List.of());

    ProtectiveHeaders(Site site) {
        super(true);
        this.site = site;
        headers = of(site);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var before = written;
        if (before.fields.isEmpty() || !before.signing.equals(site.signing())) {
            headers.forEach(header -> header.writeHeaders(request, response));
            written = Written.of(site.signing(), response);
        } else {
            before.writeTo(response);
        }
        getNext().invoke(request, response);
    }

    /** The same headers as octets: to turn them into octets for every answer would take a tenth of a kept page's time. */
    private record Written(String signing, List<Field> fields) {
        @SuppressWarnings("ArrayRecordComponent") // Octets on their way to a socket; no two fields are ever compared.
        private record Field(byte[] name, byte[] value) {}

        static Written of(String signing, Response fresh) {
            var fields = new ArrayList<Field>();
            for (var name : fresh.getHeaderNames()) {
                for (var value : fresh.getHeaders(name)) {
                    fields.add(new Field(octets(name), octets(value)));
                }
            }
            return new Written(signing, List.copyOf(fields));
        }

        // Copies, because Tomcat writes into the arrays that its headers held before.
        void writeTo(Response response) {
            var headers = response.getCoyoteResponse().getMimeHeaders();
            for (var field : fields) {
                var name = field.name.clone();
                var value = field.value.clone();
                headers.addValue(name, 0, name.length).setBytes(value, 0, value.length);
            }
        }

        private static byte[] octets(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

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
