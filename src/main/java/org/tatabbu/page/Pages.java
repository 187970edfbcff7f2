// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.tatabbu.language.Language;

/** Renders the templates that stand beside their rooms' classes, and answers. */
@Component
public class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String KEPT_AT = Pages.class.getName() + ".KEPT_AT";

    /** A cache in between asks us again after a second; while it asks, or where we are away, it may show what it has. */
    private static final CacheControl PUBLICLY = CacheControl.maxAge(Duration.ZERO)
            .sMaxAge(Duration.ofSeconds(1))
            .staleWhileRevalidate(Duration.ofSeconds(10))
            .cachePublic();

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "org.tatabbu");

    private final Site site;
    private final ObjectProvider<Frame.Imprints> imprints;

    Pages(Site site, ObjectProvider<Frame.Imprints> imprints) {
        this.site = site;
        this.imprints = imprints;
    }

    /**
     * A page with status 200.
     *
     * @param template the template's path below the base package, such as {@code minutes/MinutesPage.jte}
     */
    public ResponseEntity<byte[]> show(Frame frame, String template, Object page) {
        return show(HttpStatus.OK, frame, template, page);
    }

    public ResponseEntity<byte[]> show(HttpStatusCode status, Frame frame, String template, Object page) {
        var bytes = bytes(frame, template, page);
        boolean kept = frame.published() && status.isSameCodeAs(HttpStatus.OK);
        if (kept) {
            markKept(frame.href(frame.language()));
        }
        // With the digest of its bytes, a page that a reader has already is not sent again (304).
        var answer = ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", frame.language().tag())
                .cacheControl(kept ? PUBLICLY : CacheControl.noStore())
                .eTag(kept ? Assets.digest(bytes) : null);
        return (kept ? answer.varyBy("Accept-Encoding") : answer).body(bytes);
    }

    /** Something public in another form than a page, with the digest of its bytes; empty where it has no language. */
    public static ResponseEntity<byte[]> publish(@Nullable Language language, MediaType type, byte[] bytes) {
        var answer =
                ResponseEntity.ok().contentType(type).cacheControl(PUBLICLY).eTag(Assets.digest(bytes));
        return (language == null ? answer : answer.header("Content-Language", language.tag())).body(bytes);
    }

    /**
     * How something ended, and where to go from there.
     *
     * @param way an address after the language
     */
    public record Outcome(String title, String text, String wayLabel, String way) {}

    /** The page of an outcome that stands at a path of its own. */
    public ResponseEntity<byte[]> tell(Language language, String path, Outcome outcome) {
        return tell(HttpStatus.OK, language, path, outcome);
    }

    /** What every link answers that opens nothing any more; its readers go on, in whichever language, where it points. */
    public ResponseEntity<byte[]> over(Language language, Outcome outcome) {
        return tell(HttpStatus.GONE, language, outcome.way(), outcome);
    }

    private ResponseEntity<byte[]> tell(HttpStatusCode status, Language language, String path, Outcome outcome) {
        return show(status, Frame.work(language, path, outcome.title(), null), "page/Outcome.jte", outcome);
    }

    /** Tells no other page and no search engine of an address that opens something. */
    public static void discreet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private byte[] bytes(Frame frame, String template, Object page) {
        var output = new Utf8ByteOutput();
        templates.render(template, Map.of("frame", told(frame).on(site, imprint(frame)), "page", page), output);
        try (var bytes = new ByteArrayOutputStream(output.getContentLength())) {
            output.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame.Imprint imprint(Frame frame) {
        var above = frame.published() ? imprints.getIfAvailable() : null;
        return above == null ? Frame.Imprint.NONE : above.of(frame);
    }

    // A notice travels from a POST to the page it points at; only pages of the workspace have a session to carry it.
    private static Frame told(Frame frame) {
        if (frame.published() || frame.notice() != null || frame.viewer() == null) {
            return frame;
        }
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? frame : frame.saying((String) flash.get("notice"));
    }

    /** What every POST answers: look there now (303). */
    public static ResponseEntity<byte[]> seeOther(Language language, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/" + language.tag() + path))
                .build();
    }

    /**
     * Where what was answered to a request may be kept for every reader: the address that the page gives as its own, from
     * the root, with its question where it has one.
     *
     * @return nothing for a page that is not public, or is not as readers find it, such as a form that came back
     */
    public static @Nullable String keptAt(HttpServletRequest request) {
        return (String) request.getAttribute(KEPT_AT);
    }

    private static void markKept(String address) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            attributes.getRequest().setAttribute(KEPT_AT, address);
        }
    }
}
