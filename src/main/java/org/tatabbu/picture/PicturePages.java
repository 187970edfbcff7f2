// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.OutsideLanguages;

/** What every reader may see, under a name that means these bytes for ever. */
@Controller
@OutsideLanguages
class PicturePages {
    private final PictureStore store;
    private final PublicPictures shown;

    PicturePages(PictureStore store, PublicPictures shown) {
        this.store = store;
        this.shown = shown;
    }

    // One that is not shown and one that is not are told apart by nothing, not even by what is read.
    @GetMapping("/pictures/{name:" + Picture.NAME + "}")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        if (!shown.shows(name)) {
            throw new NotHere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(name.endsWith(".png") ? "image/png" : "image/jpeg"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(store.bytes(name).orElseThrow(NotHere::new));
    }
}
