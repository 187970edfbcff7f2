// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Log;
import org.tatabbu.transparency.LogRefused;

/**
 * Where the log stands.
 *
 * @param stopped why nothing is sealed any more, if so
 * @param unsealed entries that were handed in and wait
 * @param last the last published checkpoint
 * @param publishedAt when it was
 * @param heard what each witness said last
 */
record StatePage(
        Language language,
        ZoneId zone,
        Optional<LogRefused> stopped,
        long unsealed,
        Checkpoint last,
        Optional<Instant> publishedAt,
        List<Log.Heard> heard,
        List<LogRefused> refusals) {
    private static final int REFUSALS = 10;

    static StatePage of(Language language, ZoneId zone, Log log) {
        return new StatePage(
                language,
                zone,
                log.stopped(),
                log.unsealed(),
                log.last(),
                log.publishedAt(),
                log.heard(),
                log.refusals(REFUSALS));
    }

    static String path(String committee) {
        return "/work/committees/" + committee + "/log";
    }

    WatchWords words() {
        return WatchWords.in(language);
    }

    String means(LogRefused refusal) {
        return words().means(refusal.reason().name(), refusal.who(), Long.toString(refusal.size()));
    }

    String act(LogRefused refusal) {
        return words().act(refusal.reason().name(), "/log/vkey");
    }

    String size() {
        return Long.toString(last.size());
    }

    String root() {
        return last.root().base64();
    }

    String published() {
        return publishedAt.map(this::moment).orElse("");
    }

    String said(Log.Heard one) {
        return words().said(one.said().name(), Long.toString(one.size()));
    }

    boolean good(Log.Heard one) {
        return one.said() == Log.Said.COSIGNED;
    }

    String at(Log.Heard one) {
        return one.said() == Log.Said.NOTHING ? "" : moment(one.at());
    }

    String moment(Instant at) {
        return Dates.moment(at, zone, language);
    }
}
