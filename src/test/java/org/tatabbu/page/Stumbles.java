// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page that always fails, and a form that is read in whichever shape it comes. */
@Controller
@TestComponent
class Stumbles {
    @GetMapping("/stumble")
    ResponseEntity<byte[]> stumble() {
        throw new IllegalStateException("the cause", new IllegalArgumentException("the deeper cause"));
    }

    @PostMapping("/echo")
    ResponseEntity<String> echo(@RequestParam String said) {
        return ResponseEntity.ok(said);
    }

    @PostMapping(path = "/narrow", consumes = "application/x-www-form-urlencoded")
    ResponseEntity<String> narrow() {
        return ResponseEntity.ok("");
    }
}
