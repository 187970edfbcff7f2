// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.tatabbu.Application;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.TestDatabase;

/** When the stories are told, when not, and who can come in then. Each start is the whole program. */
@ExtendWith(OutputCaptureExtension.class)
class SampleTest {
    private static final Set<String> EVERYBODY =
            Arrays.stream(Player.values()).map(Player::email).collect(Collectors.toSet());

    @TempDir
    private Path data = Path.of("");

    private final TestDatabase database = TestDatabase.fresh();

    private ServletWebServerApplicationContext started(String... settings) {
        return started(database, settings);
    }

    private ServletWebServerApplicationContext started(TestDatabase on, String... settings) {
        var all = new HashSet<>(List.of(
                "--server.port=0",
                "--tatabbu.data=" + data,
                "--tatabbu.database.url=" + on.url(),
                "--tatabbu.database.user=" + TestDatabase.APPLICATION,
                "--tatabbu.database.owner.user=" + TestDatabase.OWNER));
        all.addAll(List.of(settings));
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Application.class).run(all.toArray(String[]::new));
    }

    private static int port(ServletWebServerApplicationContext program) {
        return Objects.requireNonNull(program.getWebServer()).getPort();
    }

    private static @Nullable Object listensOn(ServletWebServerApplicationContext program) {
        var server = (TomcatWebServer) Objects.requireNonNull(program.getWebServer());
        return server.getTomcat().getConnector().getProperty("address");
    }

    private Path file() {
        return data.resolve("sample-accounts.properties");
    }

    @Test
    void onAnEmptyDatabaseBothStoriesAreToldAndEverybodyCanComeIn(CapturedOutput output) throws Exception {
        try (var program = started("--tatabbu.sample=true")) {
            assertThat(program.getBean(Committees.class).all().stream().map(one -> one.slug()))
                    .containsExactly(DefenceStory.SLUG, RiverStory.SLUG);
            assertThat(listensOn(program)).isEqualTo(InetAddress.getLoopbackAddress());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            for (var player : Player.values()) {
                var password = Browser.password(data, player.email());
                assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
                assertThat(output.getOut()).containsSubsequence(player.email(), password);
                var browser = new Browser(port(program));
                assertThat(browser.signIn(player.email(), password).statusCode())
                        .isEqualTo(303);
                assertThat(browser.get("/en/work").statusCode()).isEqualTo(200);
            }
            for (var language : Language.ALL) {
                var page = new Browser(port(program)).page("/" + language.tag() + "/sign-in");
                assertThat(new HashSet<>(page.select("table bdi[dir=ltr]").eachText()))
                        .isEqualTo(EVERYBODY);
                for (var email : EVERYBODY) {
                    assertThat(page.html()).doesNotContain(Browser.password(data, email));
                }
            }
        }
    }

    @Test
    void itIsToldOnceAndItsPasswordsStay() throws Exception {
        started("--tatabbu.sample=true").close();
        var before = Files.readString(file());
        try (var program = started("--tatabbu.sample=true")) {
            assertThat(program.getBean(Committees.class).all()).hasSize(2);
            assertThat(Files.readString(file())).isEqualTo(before);
        }
        // It is there, wanted or not, and so is its wall.
        try (var program = started()) {
            assertThat(listensOn(program)).isEqualTo(InetAddress.getLoopbackAddress());
            assertThat(new Browser(port(program)).page("/en/sign-in").select("table tbody tr"))
                    .hasSize(Player.values().length);
        }
    }

    @Test
    void onAnotherEmptyDatabaseItIsToldAgainWithOtherPasswords() throws Exception {
        started("--tatabbu.sample=true").close();
        var before = Files.readAllLines(file());
        try (var program = started(TestDatabase.fresh(), "--tatabbu.sample=true")) {
            assertThat(program.getBean(Committees.class).all()).hasSize(2);
            assertThat(Files.readAllLines(file())).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void whereTheFileIsLostEverybodyGetsANewPassword() throws Exception {
        started("--tatabbu.sample=true").close();
        var before = Browser.password(data, Player.HUDA.email());
        Files.delete(file());
        try (var program = started()) {
            var after = Browser.password(data, Player.HUDA.email());
            assertThat(after).isNotNull().isNotEqualTo(before);
            var browser = new Browser(port(program));
            assertThat(browser.signIn(Player.HUDA.email(), before).statusCode()).isEqualTo(422);
            for (var player : Player.values()) {
                var answer = new Browser(port(program)).signIn(player.email(), Browser.password(data, player.email()));
                assertThat(answer.statusCode()).isEqualTo(303);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itIsNotToldOverRealData(CapturedOutput output) {
        try (var program = started()) {
            program.getBean(Accounts.class)
                    .create("somebody@example.org", PersonName.UNNAMED, "the officers' club", Instant.now());
            assertThat(listensOn(program)).isNull();
        }
        try (var program = started("--tatabbu.sample=true")) {
            var spoken = Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
            assertThat(output.getOut()).contains(SampleWords.in(spoken).notOverRealData());
            assertThat(program.getBean(Committees.class).none()).isTrue();
            assertThat(listensOn(program)).isNull();
            assertThat(file()).doesNotExist();
            assertThat(new Browser(port(program)).page("/en/sign-in").select("table"))
                    .isEmpty();
        }
    }

    @Test
    void unwantedItIsNotTold() {
        try (var program = started()) {
            assertThat(program.getBean(Committees.class).none()).isTrue();
            assertThat(program.getBean(Accounts.class).none()).isTrue();
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void whoeverNamesAnAddressIsBelieved() throws Exception {
        try (var program = started("--tatabbu.sample=true", "--server.address=0.0.0.0")) {
            assertThat(listensOn(program)).isEqualTo(InetAddress.getByName("0.0.0.0"));
        }
    }
}
