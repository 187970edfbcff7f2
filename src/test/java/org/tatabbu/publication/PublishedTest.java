// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.unique;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The door through which lists are read. */
@Printing
class PublishedTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 16);

    @Autowired
    private Pressroom press;

    @Autowired
    private Published published;

    private String communique(Pressroom.Hosts hosts, int meeting) {
        var held = press.adopted(hosts, meeting, "agreed");
        var clause =
                press.minutes.of(held.id()).orElseThrow().clauses().getFirst().id();
        var slug = unique("a");
        press.publish(hosts, press.write(hosts, held.id(), article(slug, clause)), NOON);
        return slug;
    }

    @Test
    void aMeetingIsToComeUntilItsLastDayIsOver() {
        var hosts = press.found();
        communique(hosts, 1);
        assertThat(coming(FIRST_DAY.minusYears(1))).contains(hosts.slug());
        assertThat(coming(FIRST_DAY.plusDays(1))).contains(hosts.slug());
        assertThat(coming(FIRST_DAY.plusDays(2))).doesNotContain(hosts.slug());
        assertThat(published.coming(FIRST_DAY, 1)).hasSize(1);
    }

    private List<String> coming(LocalDate day) {
        return published.coming(day, 10_000).stream()
                .map(PublicMeeting::committee)
                .toList();
    }

    @Test
    void everyPageIsNamedOnceHoweverTheListIsCut() {
        var hosts = press.found();
        var slug = communique(hosts, 1);
        var whole = places(0, published.places() + 7);
        assertThat(whole)
                .hasSize(published.places())
                .doesNotHaveDuplicates()
                .contains(
                        "/news/" + slug,
                        "/committees/" + hosts.slug(),
                        "/committees/" + hosts.slug() + "/commitments",
                        "/committees/" + hosts.slug() + "/meetings/1");
        var cut = new ArrayList<>(places(0, 3));
        cut.addAll(places(3, 1));
        cut.addAll(places(4, whole.size()));
        assertThat(cut).isEqualTo(whole);
    }

    private List<String> places(int from, int most) {
        var places = new ArrayList<String>();
        published.eachPlace(from, most, place -> places.add(place.path()));
        return places;
    }

    @Test
    void aDraftIsInNoList() {
        var hosts = press.found();
        var draft = unique("draft");
        press.write(hosts, null, article(draft));
        var slugs = new ArrayList<String>();
        published.eachArticle(one -> slugs.add(one.slug()));
        assertThat(slugs).doesNotContain(draft).doesNotHaveDuplicates();
        assertThat(places(0, published.places())).doesNotContain("/news/" + draft);
        assertThat(published.latest(hosts.slug(), 10)).isEmpty();
        var news = press.news(hosts, NOON);
        assertThat(published.latest(hosts.slug(), 10))
                .extracting(one -> one.article().slug())
                .containsExactly(news);
        assertThat(published.latest(hosts.slug(), 10).getFirst().at()).isEqualTo(NOON);
        assertThat(published.years()).containsKey(2023);
    }
}
