// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.tatabbu.language.Language;

/** The bare address sends each reader to the language they read. */
@Controller
@OutsideLanguages
class Entrance {
    @GetMapping("/")
    ResponseEntity<Void> enter(@RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String wishes) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/" + Language.wished(wishes).tag()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
