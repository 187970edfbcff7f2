// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.journeys.Chromium;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Told;

/** What is asked for in an address is shown to whoever follows it as words. */
@Told
@ExtendWith(Chromium.class)
class HostileQuestionsTest {
    private static final int OPENED = 20;

    @LocalServerPort
    private int port;

    @Test
    void noneRunsInAQuestion() {
        var watcher = new Watcher(port);
        var questions = Payloads.packed(200, " ", text -> true);
        var addresses = IntStream.range(0, questions.size())
                .mapToObj(q -> "/" + Language.ALL.get(q % 3).tag() + "/search?q="
                        + URLEncoder.encode(questions.get(q), StandardCharsets.UTF_8))
                .toList();
        for (int q = 0; q < addresses.size(); q += OPENED) {
            watcher.open(addresses.get(q));
        }
        watcher.read(addresses);
        watcher.saw(questions.size());
    }
}
