// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tatabbu.database.PrivateCircle;

/** Every address of work, as the program maps them and as its pages lead to them, asked by every kind of account. */
@OnPremises
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkAddressesTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final List<String> STRANGERS =
            List.of("without a seat", "seat elsewhere", "observer elsewhere", "ended seat", "operator");

    @LocalServerPort
    int port;

    @Autowired
    Premises premises;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PrivateCircle circle;

    @Autowired
    TransactionTemplate transaction;

    private Premises.Scene scene;
    private Premises.Secret secret;
    private String slug;
    private Crawl owner;

    @BeforeAll
    void meet() throws Exception {
        scene = premises.meet(port);
        secret = premises.keep(scene);
        slug = scene.parties().committee().slug();
        owner = Crawl.from(Crawl.Asker.of(scene.east()), "/en/work");
    }

    /** An address that its owner knows, and one of the same shape where nothing is. */
    private record Pair(String there, String absent) {}

    @Test
    void whatIsNotYoursIsAnsweredAsWhatIsNotThere() throws Exception {
        var known = knownTo(owner, slug);
        assertThat(known).as("addresses that the owner reaches").hasSizeGreaterThan(25);

        var told = new ArrayList<String>();
        var joint = new TreeSet<String>();
        for (var other : scene.others().entrySet()) {
            var asker = Crawl.Asker.of(other.getValue());
            var theirs = Crawl.from(asker, "/en/work");
            var hidden = known.stream()
                    .filter(address -> !theirs.addresses().contains(address))
                    .filter(address -> !(isInside(theirs, slug) && asksOfTheJoint(address)))
                    .toList();
            assertThat(hidden).as("not for %s", other.getKey()).isNotEmpty();
            for (var address : hidden) {
                if (isInside(theirs, slug)
                        && !isNamed(address)
                        && asker.get(address).statusCode() == 200) {
                    joint.add(address.replaceFirst("[?].*", "").replaceFirst(".*" + slug, ""));
                    continue;
                }
                told.addAll(difference(other.getKey(), asker, pair(address, theirs)));
            }
        }
        assertThat(told).isEmpty();
        // Nobody led them there, and they may go: what these pages say to each side is asked by NothingOfTheirsTest.
        assertThat(joint).isSubsetOf("/audit", "/brief", "/brief/notes/new", "/changes", "/papers", "/search");
    }

    /** Everybody asks their own room, which names what they may read: the joint, and nothing that is the other side's. */
    private boolean asksOfTheJoint(String address) {
        return premises.topics(scene).values().stream().anyMatch(topic -> address.endsWith("?topic=" + topic));
    }

    @Test
    void noRoomNamesAPaperOfTheOtherSide() throws Exception {
        var id = secret.paper().substring(secret.paper().length() - 36);
        var room = "/en/work/committees/" + slug + "/brief";
        for (var path : List.of(room, room + "/notes/new")) {
            var there = path + "?topic=DOCUMENT:" + id;
            assertThat(scene.east().get(there).body()).as("its own side").contains(secret.latin());
            for (var other : Premises.OTHER_SIDE) {
                var asker = Crawl.Asker.of(scene.other(other));
                assertThat(difference(other, asker, new Pair(there, otherIds(there, slug))))
                        .isEmpty();
            }
        }
    }

    @Test
    void nobodyLearnsAtTheGateWhatLiesBehind() throws Exception {
        var nobody = Crawl.Asker.nobody(port);
        for (var address : knownTo(owner, slug)) {
            var pair = new Pair(address, elsewhere(address, slug));
            assertThat(nobody.get(address).statusCode()).as(address).isEqualTo(302);
            assertThat(difference("nobody", nobody, pair)).isEmpty();
        }
    }

    /** The address that leads to a page is found by walking; a pattern that no walk reaches is asked with made-up names. */
    @Test
    void everyPatternIsAskedOfStrangers() throws Exception {
        var told = new ArrayList<String>();
        for (var pattern : patterns(RequestMethod.GET)) {
            var there = owner.addresses().stream()
                    .filter(address -> matches(pattern, address) && ofThisCommittee(pattern, address))
                    .findFirst()
                    .orElseGet(() -> filled(pattern, slug));
            for (var kind : STRANGERS) {
                if (kind.equals("operator") && pattern.contains("/work/parties/")) {
                    continue;
                }
                var asker = Crawl.Asker.of(scene.other(kind));
                assertThat(asker.get(there).statusCode()).as(kind + " " + there).isEqualTo(404);
                told.addAll(difference(kind, asker, new Pair(there, elsewhere(there, slug))));
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void nobodySendsAFormWhereTheySeeNoPage() throws Exception {
        var told = new ArrayList<String>();
        for (var pattern : patterns(RequestMethod.POST)) {
            var there = owner.postings().stream()
                    .filter(address -> matches(pattern, address) && ofThisCommittee(pattern, address))
                    .findFirst()
                    .orElseGet(() -> filled(pattern, slug));
            for (var kind : STRANGERS) {
                if (kind.equals("operator") && pattern.contains("/work/parties/")) {
                    continue;
                }
                var visitor = scene.other(kind);
                var token = Map.of("_csrf", visitor.token("/en/work"));
                Crawl.Asker asker = path -> visitor.sent(path, token);
                // Whole forms are sent by ForeignFormsTest; of one that lacks a field, that may be all that is said.
                assertThat(asker.get(there).statusCode()).as(kind + " " + there).isIn(400, 404);
                told.addAll(difference(kind, asker, new Pair(there, elsewhere(there, slug))));
            }
        }
        assertThat(told).isEmpty();
    }

    /** A link that is over says as little as one that never was. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /en/invitations/   |  | update invitation.invitation set withdrawn = now() where email = :guest
            /en/welcome/       | insert into register.welcome values (gen_random_uuid(), sha256(:link), 'new@example.org', null, 'en', now() + interval '1 day', null) | update register.welcome set used = now()
            /en/sign-in/reset/ | insert into profile.way_back values (sha256(:link), :account, now(), now() + interval '1 hour', null) | update profile.way_back set ended = now() where account = :account
            """)
    void aLinkThatIsOverIsLikeOneThatNeverWas(String path, @Nullable String open, String over) throws Exception {
        var nobody = Crawl.Asker.nobody(port);
        var link = open == null ? sent(path) : "L".repeat(43);
        if (open != null) {
            amongEast(open, link);
        }
        assertThat(nobody.get(path + link).statusCode()).as("it opens").isEqualTo(200);
        amongEast(over, link);
        assertThat(nobody.get(path + link).statusCode()).isIn(404, 410);
        assertThat(difference("nobody", nobody, new Pair(path + link, path + "N".repeat(43))))
                .isEmpty();
    }

    /** What stands behind this address in the letter to East's guest. */
    private String sent(String path) {
        var body = jdbc.sql("select body from mail.letter where recipient = :guest")
                .param("guest", secret.guest())
                .query(String.class)
                .single();
        var found = Pattern.compile(Pattern.quote(path) + "([\\w-]+)").matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    private void amongEast(String statement, String link) {
        transaction.executeWithoutResult(status -> {
            circle.enter(scene.parties().east().party().id().id());
            jdbc.sql(statement)
                    .param("link", link.getBytes(StandardCharsets.US_ASCII))
                    .param("guest", secret.guest())
                    .param(
                            "account",
                            Objects.requireNonNull(scene.secretary().account()).id())
                    .update();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "header", "body"})
    void aPageThatTellsIsNoticed(String leak) throws Exception {
        var asker = Crawl.Asker.of(scene.other("without a seat"));
        var address = "/en/work/committees/" + slug + "/planted/" + leak;
        assertThat(difference("stranger", asker, new Pair(address, elsewhere(address, slug))))
                .hasSize(1);
        var sound = address.replace(leak, "own");
        assertThat(scene.east().get(sound).statusCode()).isEqualTo(200);
        assertThat(difference("stranger", asker, new Pair(sound, elsewhere(sound, slug))))
                .isEmpty();
    }

    private static List<String> difference(String who, Crawl.Asker asker, Pair pair) throws Exception {
        var there = answer(asker, pair.there());
        var absent = answer(asker, pair.absent());
        return there.equals(absent)
                ? List.of()
                : List.of(who + " at " + pair.there() + ": " + there.status() + " "
                        + there.headers().keySet() + ", not " + absent.status() + " "
                        + absent.headers().keySet());
    }

    /** Without what was asked for, which a page may say back: the whole address, or what it asks about. */
    private static Crawl.Answer answer(Crawl.Asker asker, String address) throws Exception {
        var about = address.replaceFirst("^[^?]*([?]topic=)?", "");
        return Crawl.Answer.of(asker.get(address)).without(address).without(about);
    }

    private static Set<String> knownTo(Crawl owner, String slug) {
        return owner.addresses().stream()
                .filter(address -> address.startsWith("/en/work/"))
                .filter(address -> address.contains(slug)
                        || ID.matcher(address.replace(slug, "")).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What somebody does not see is either a committee that they have no seat in, or something in one that they have. */
    private Pair pair(String address, Crawl theirs) {
        boolean inside = isInside(theirs, slug);
        if (!inside) {
            return new Pair(address, elsewhere(address, slug));
        }
        return new Pair(address, isNamed(address) ? otherIds(address, slug) : beside(address));
    }

    /** Whether an id of something in it stands in the address. */
    private boolean isNamed(String address) {
        return ID.matcher(address.replace(slug, "")).find();
    }

    /** An address of the same shape, for one that has no id of its own: its last name is one that nothing has. */
    private static String beside(String address) {
        return address.replaceFirst("/[^/.?]+((?:[.][^/?]*)?(?:[?].*)?)$", "/nothing$1");
    }

    private static boolean isInside(Crawl theirs, String slug) {
        return theirs.addresses().stream().anyMatch(path -> path.endsWith("/work/committees/" + slug));
    }

    private static String elsewhere(String address, String slug) {
        return otherIds(address, slug).replace(slug, "committee-" + UUID.randomUUID());
    }

    private static String otherIds(String address, String slug) {
        var parts = address.split(Pattern.quote(slug), -1);
        var changed = new ArrayList<String>();
        for (var part : parts) {
            changed.add(ID.matcher(part).replaceAll(id -> UUID.randomUUID().toString()));
        }
        return String.join(slug, changed);
    }

    private Set<String> patterns(RequestMethod method) {
        var patterns = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (info.getMethodsCondition().getMethods().contains(method)
                    && !handler.getBeanType().equals(Planted.class)) {
                info.getPatternValues().stream()
                        .filter(pattern -> pattern.contains("/work/")
                                && pattern.replaceFirst("[{]lang[^}]*}", "").contains("{"))
                        // A link is a secret and not a name: aLinkThatIsOverIsLikeOneThatNeverWas.
                        .filter(pattern -> !pattern.contains("{link}"))
                        .forEach(patterns::add);
            }
        });
        assertThat(patterns).as("addresses").hasSizeGreaterThan(20);
        return patterns;
    }

    private boolean ofThisCommittee(String pattern, String address) {
        return !pattern.contains("{committee}") || address.contains(slug);
    }

    private static boolean matches(String pattern, String address) {
        return PathPatternParser.defaultInstance
                .parse(pattern)
                .matches(PathContainer.parsePath(address.replaceFirst("[?].*", "")));
    }

    private static String filled(String pattern, String committee) {
        return pattern.replaceFirst("\\{lang[^/]*}", "en")
                .replace("{committee}", committee)
                .replaceAll("\\{(number|version|year)(:[^/]*})?}?", "1")
                .replaceAll("\\{[^/]*}", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }
}
