// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tatabbu.committee.Membership;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.page.TooMuch;
import org.tatabbu.picture.Accepting;
import org.tatabbu.picture.Picture;
import org.tatabbu.picture.Pictures;

/** The pictures that a committee may put into what it publishes. */
@Controller
@RequestMapping("/work/committees/{committee}/articles/pictures")
class IllustrationPages {
    private final Pictures pictures;
    private final ArticleDesk desk;
    private final Pages pages;
    private final Clock clock;

    IllustrationPages(Pictures pictures, ArticleDesk desk, Pages pages, Clock clock) {
        this.pictures = pictures;
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<byte[]> all(@PathVariable Language lang, Membership place, SignedIn me, HttpServletRequest request) {
        return TooMuch.was(request)
                ? page(HttpStatus.CONTENT_TOO_LARGE, lang, place, tooLarge(lang), me)
                : page(HttpStatus.OK, lang, place, Form.EMPTY, me);
    }

    @PostMapping
    ResponseEntity<byte[]> bring(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next)
            throws IOException {
        var words = PressWords.in(lang);
        var sent = file == null ? new byte[0] : file.getBytes();
        return switch (desk.bring(place, sent, clock.instant())) {
            case Accepting.Kept kept -> {
                next.addFlashAttribute("notice", words.pictureKept());
                yield Pages.seeOther(lang, path(place));
            }
            case Accepting.NotAPicture none ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, lang, place, Form.EMPTY.wrong("file", words.notAPicture()), me);
            case Accepting.TooLarge large -> page(HttpStatus.CONTENT_TOO_LARGE, lang, place, tooLarge(lang), me);
        };
    }

    @GetMapping("/{name:" + Picture.NAME + "}")
    ResponseEntity<byte[]> show(Membership place, @PathVariable String name) {
        desk.blank(place);
        var circle = place.committee().id().id();
        var picture = pictures.find(circle, name).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(CacheControl.noStore())
                .body(pictures.bytes(circle, name).orElseThrow(NotHere::new));
    }

    private static Form tooLarge(Language lang) {
        return Form.EMPTY.wrong("file", PressWords.in(lang).pictureTooLarge());
    }

    private ResponseEntity<byte[]> page(HttpStatus status, Language lang, Membership place, Form form, SignedIn me) {
        var way = desk.blank(place).way(lang);
        var kept = pictures.of(place.committee().id().id());
        var page = new IllustrationsPage(lang, "/" + lang.tag() + path(place), kept, form);
        var frame = me.frame(lang, path(place), PressWords.in(lang).pictures()).under(way);
        return pages.show(status, frame, "press/IllustrationsPage.jte", page);
    }

    private static String path(Membership place) {
        return "/work/committees/" + place.committee().slug() + "/articles/pictures";
    }
}
