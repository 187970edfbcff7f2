// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tatabbu.language.Language;
import org.tatabbu.page.Pages;

/** A page of the workspace that says who is looking, and a public one that asks nobody. */
@Controller
@TestComponent
class DeskPages {
    @GetMapping("/work/desk")
    ResponseEntity<String> desk(@PathVariable Language lang, SignedIn who) {
        var frame = who.frame(lang, "/work/desk", "desk");
        var viewer = who.viewer();
        return html("""
                <p lang="%s" class="%s">%s</p>
                <form><input type="hidden" name="%s" value="%s"></form>
                """.formatted(
                        frame.language().tag(),
                        frame.published() ? "open" : "work",
                        viewer.name(),
                        viewer.csrfName(),
                        viewer.csrfToken()));
    }

    @PostMapping("/work/desk")
    ResponseEntity<byte[]> tidy(@PathVariable Language lang, SignedIn who) {
        return Pages.seeOther(lang, "/work/desk");
    }

    @GetMapping("/window")
    ResponseEntity<String> window() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.empty().cachePublic().mustRevalidate())
                .body("<p></p>");
    }

    private static ResponseEntity<String> html(String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(body);
    }
}
