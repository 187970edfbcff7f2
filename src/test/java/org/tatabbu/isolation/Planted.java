// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.page.NotHere;

/** Pages that tell strangers more than they should: whoever asks the addresses must notice. */
@Controller
@RequestMapping("/work/committees/{committee}/planted")
class Planted {
    private final Committees committees;

    Planted(Committees committees) {
        this.committees = committees;
    }

    private boolean isThere(String slug) {
        return committees.find(slug).isPresent();
    }

    @GetMapping("/status")
    ResponseEntity<byte[]> status(@PathVariable String committee, SignedIn me) {
        if (isThere(committee)) {
            return ResponseEntity.status(403).build();
        }
        throw new NotHere();
    }

    @GetMapping("/header")
    ResponseEntity<byte[]> header(@PathVariable String committee, SignedIn me) {
        var answer = ResponseEntity.status(404);
        return (isThere(committee) ? answer.lastModified(Instant.EPOCH) : answer).build();
    }

    @GetMapping("/body")
    ResponseEntity<Map<String, String>> body(@PathVariable String committee, SignedIn me) {
        return ResponseEntity.status(404).body(Map.of("why", isThere(committee) ? "none of yours" : "no such page"));
    }

    @GetMapping("/own")
    ResponseEntity<byte[]> own(@PathVariable String committee, SignedIn me) {
        if (committees.membership(me.account().id(), committee, Instant.now()).isEmpty()) {
            throw new NotHere();
        }
        return ResponseEntity.ok().build();
    }
}
