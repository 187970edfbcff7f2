// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tatabbu.page.Frame;

/** Tells, from a page's address, what machines find beside it. */
@Component
class Colophon implements Frame.Imprints {
    private static final Pattern OF_COMMITTEE = Pattern.compile("/committees/([a-z0-9-]+)(/.*)?");

    @Override
    public Frame.Imprint of(Frame frame) {
        return new Frame.Imprint(null, feeds(frame), "");
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
