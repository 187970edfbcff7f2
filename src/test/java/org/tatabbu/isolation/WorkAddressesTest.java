// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tatabbu.committee.Role;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** Every address of a committee's work, as the program maps them: a new page is asked without being named here. */
@OnStage
class WorkAddressesTest {

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void whatIsNotYoursIsAnsweredAsWhatIsNotThere() throws Exception {
        var ours = stage.found();
        var others = stage.found();
        stage.written(ours, 1, Stage.noted("progress"));
        var email = Stage.email();
        stage.account(email);
        var strangers = List.of(new Visitor(port, email), stage.browser(port, others, others.east(), Role.SECRETARY));

        for (var pattern : ofCommittees()) {
            var there = filled(pattern, ours.committee().slug());
            var absent = filled(pattern, "committee-" + UUID.randomUUID());
            for (var stranger : strangers) {
                var refused = stranger.get(there);
                assertThat(refused.statusCode()).as(there).isEqualTo(404);
                assertThat(refused.body().replace(there, ""))
                        .as(there)
                        .isEqualTo(stranger.get(absent).body().replace(absent, ""));
            }
        }
    }

    @Test
    void nobodyIsSentToSignIn() throws Exception {
        var ours = stage.found();
        try (var http = HttpClient.newHttpClient()) {
            for (var pattern : ofCommittees()) {
                var address = filled(pattern, ours.committee().slug());
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
                var answer = http.send(request.build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address).isBetween(302, 303);
                assertThat(Visitor.to(answer)).as(address).contains("/sign-in");
            }
        }
    }

    @Test
    void aMemberReadsTheirCommittee() throws Exception {
        var ours = stage.found();
        stage.written(ours, 1, Stage.noted("progress"));
        var member = stage.browser(port, ours, ours.east(), Role.SECRETARY);

        assertThat(member.get(ours.path("en", 1) + "/minutes").statusCode()).isEqualTo(200);
    }

    private List<String> ofCommittees() {
        var patterns = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.contains("/work/committees/{committee}"))
                .sorted()
                .toList();
        assertThat(patterns).as("addresses of work").hasSizeGreaterThan(5);
        return patterns;
    }

    private static String filled(String pattern, String committee) {
        return pattern.replaceFirst("\\{lang[^/]*}", "en")
                .replace("{committee}", committee)
                .replaceAll("\\{number(:[^/]*})?}?", "1")
                .replaceAll("\\{[^/]*}", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }
}
