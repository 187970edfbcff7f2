// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.page.Frame;

/** Tells, from a page's address, what machines find beside it. */
@Component
class Colophon implements Frame.Imprints {
    private static final Pattern OF_COMMITTEE = Pattern.compile("/committees/([a-z0-9-]+)(/.*)?");

    /** Pages of what has a title of its own. */
    private static final Pattern TITLED =
            Pattern.compile("/news/[a-z0-9-]+|/committees/[a-z0-9-]+(/meetings/[0-9]{1,4})?");

    private final Gallery gallery;

    Colophon(Gallery gallery) {
        this.gallery = gallery;
    }

    @Override
    public Frame.Imprint of(Frame frame) {
        return new Frame.Imprint(
                picture(frame), feeds(frame), titled(frame) ? frame.to(frame.path() + DataPages.ENDING) : "");
    }

    private Frame.Imprint.@Nullable Picture picture(Frame frame) {
        boolean titled = titled(frame);
        var card = titled ? gallery.card(frame.language(), frame.title()) : gallery.ofTheSite(frame.language());
        if (!gallery.pictures().possible(card)) {
            return null;
        }
        var path = frame.to(TitlePicturePages.path(titled ? frame.path() : "", card));
        return new Frame.Imprint.Picture(path, card.title(), Drawing.WIDTH, Drawing.HEIGHT);
    }

    private static boolean titled(Frame frame) {
        return TITLED.matcher(frame.path()).matches();
    }

    private static List<Frame.Imprint.Feed> feeds(Frame frame) {
        var words = SyndicationWords.in(frame.language());
        var feeds = new ArrayList<Frame.Imprint.Feed>();
        var committee = OF_COMMITTEE.matcher(frame.path());
        if (committee.matches()) {
            // The page of the committee is the crumb of all pages below it.
            feeds.add(new Frame.Imprint.Feed(
                    words.feedOf(committeeOf(frame)), frame.to(FeedPages.of(committee.group(1)))));
        }
        feeds.add(new Frame.Imprint.Feed(words.feed(), frame.to(FeedPages.ALL)));
        return feeds;
    }

    private static String committeeOf(Frame frame) {
        return frame.crumbs().size() > 1 ? frame.crumbs().get(1).label() : frame.title();
    }
}
