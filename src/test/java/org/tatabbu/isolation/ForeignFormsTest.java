// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.text;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.database.PrivateCircle;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingParty;
import org.tatabbu.register.StandingPartyId;
import org.tatabbu.testing.Visitor;

/** Every form that somebody is offered, filled as they would fill it and sent by those who are not offered it. */
@OnPremises
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignFormsTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> OUTSIDE =
            List.of("without a seat", "seat elsewhere", "observer elsewhere", "ended seat", "operator");
    private static final List<String> INSIDE = Premises.OTHER_SIDE;

    @LocalServerPort
    int port;

    @Autowired
    Premises premises;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PrivateCircle circle;

    @Autowired
    TransactionTemplate transaction;

    private Premises.Scene scene;
    private Premises.Secret secret;
    private String slug;
    private Map<String, Filled> forms;
    private Map<String, Filled> ofTheOperator;

    /** A form as its owner would send it, but for the token; {@code parts} where it brings a file. */
    private record Filled(Map<String, String> fields, boolean parts) {
        static Filled of(Element form) {
            var fields = new HashMap<String, String>();
            for (var field : form.select("input[name], textarea[name], select[name]")) {
                fields.putIfAbsent(field.attr("name"), value(field));
            }
            form.select("button[name][value]").forEach(button -> fields.putIfAbsent(button.attr("name"), button.val()));
            fields.remove("_csrf");
            var parts = form.selectFirst("input[type=file]") != null;
            form.select("input[type=file]").forEach(file -> fields.remove(file.attr("name")));
            return new Filled(fields, parts);
        }

        private static String value(Element field) {
            if (field.is("select")) {
                var chosen = field.select("option[selected]").val();
                return chosen.isEmpty() ? field.select("option:not([value=''])").val() : chosen;
            }
            var stands = field.is("textarea") ? field.wholeText() : field.val();
            if (!stands.isEmpty()) {
                return stands;
            }
            return switch (field.attr("type")) {
                case "email" -> "somebody@example.org";
                case "date" -> "2026-05-05";
                case "time" -> "10:00";
                case "number" -> "1";
                case "password" -> Visitor.PASSWORD;
                default ->
                    field.attr("name").endsWith("_ar") || field.attr("name").contains("arabic") ? "كلام" : "Words";
            };
        }
    }

    @BeforeAll
    void meet() throws Exception {
        scene = premises.meet(port);
        secret = premises.keep(scene);
        slug = scene.parties().committee().slug();
        keepAKey(Objects.requireNonNull(scene.secretary().account()));
        var operator = jdbc.sql("select account from register.operator")
                .query(UUID.class)
                .list()
                .getLast();
        var party = new StandingParty(
                StandingPartyId.random(),
                text("Northland"),
                text("North"),
                text("Northern"),
                Language.EN,
                ZoneId.of("Africa/Tunis"),
                Set.of(DayOfWeek.SUNDAY),
                List.of());
        assertThat(parties.enter(party, new AccountId(operator), Instant.now())).isTrue();
        forms = formsOf(scene.east(), "/en/work");
        ofTheOperator = formsOf(scene.other("operator"), "/en/work/parties");
    }

    private void keepAKey(AccountId account) {
        jdbc.sql("insert into passkey.holder values (:account, sha512(:account::text::bytea))")
                .param("account", account.id())
                .update();
        jdbc.sql("""
                        insert into passkey.key
                        values (gen_random_uuid(), :account, 'Phone', '1', '1', 0, true, false, false, '{}', '1', '1', now(), null)
                        """).param("account", account.id()).update();
    }

    private static Map<String, Filled> formsOf(Visitor owner, String from) throws Exception {
        var forms = new TreeMap<String, Filled>();
        Crawl.from(Crawl.Asker.of(owner), from).answers().forEach((path, answer) -> {
            if (answer.isPage()) {
                Jsoup.parse(answer.text())
                        .select("form[method=post][action^=/en/work/]")
                        .forEach(form -> forms.putIfAbsent(form.attr("action"), Filled.of(form)));
            }
        });
        return forms;
    }

    @Test
    void aFormOfOthersIsAnsweredAsOneThatIsNotThereAndChangesNothing() throws Exception {
        var before = everything();
        var told = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (var form : forms.entrySet()) {
            var action = form.getKey();
            var kinds = new ArrayList<>(action.contains(slug) || isPersonal(action) ? OUTSIDE : List.of());
            if (isOfEastAlone(action)) {
                kinds.addAll(INSIDE);
            }
            for (var kind : kinds) {
                asked.add(action);
                told.addAll(difference(kind, action, absent(action, INSIDE.contains(kind)), form.getValue()));
            }
        }
        for (var form : ofTheOperator.entrySet()) {
            if (!ID.matcher(form.getKey()).find()) {
                continue;
            }
            for (var kind : scene.others().keySet()) {
                if (!kind.equals("operator")) {
                    asked.add(form.getKey());
                    told.addAll(difference(kind, form.getKey(), absent(form.getKey(), true), form.getValue()));
                }
            }
        }

        assertThat(told).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(asked.stream().filter(this::isOfEastAlone).distinct()).hasSizeGreaterThan(8);
        assertThat(asked)
                .anyMatch(action -> action.contains("/joint-acts/"))
                .anyMatch(action -> action.contains("/parties/"))
                .anyMatch(action -> action.contains("/account/passkeys/"))
                .anyMatch(action -> action.contains("/people/invitations/"));
        theOwnerChangesSomethingWithTheSameForms(before);
    }

    /** Otherwise refusing them would prove nothing. */
    private void theOwnerChangesSomethingWithTheSameForms(Map<String, String> before) throws Exception {
        var done = new ArrayList<String>();
        for (var form : forms.entrySet()) {
            if (isOfEastAlone(form.getKey())
                    && send(scene.east(), form.getKey(), form.getValue()).statusCode() == 303) {
                done.add(form.getKey());
            }
        }
        assertThat(done).hasSizeGreaterThan(5);
        assertThat(everything()).isNotEqualTo(before);
    }

    /** Notes, own papers, pending invitations, seats and keys: nobody of the other side is offered any of it. */
    private boolean isOfEastAlone(String action) {
        return ID.matcher(action.replace(slug, "")).find()
                && (secret.words().stream().anyMatch(action::contains)
                        || action.contains("/people/seats/")
                        || action.contains("/account/"));
    }

    private static boolean isPersonal(String action) {
        return ID.matcher(action).find()
                && List.of("/joint-acts/", "/account/", "/moderation/").stream().anyMatch(action::contains);
    }

    private String absent(String action, boolean inside) {
        var parts = new ArrayList<String>();
        for (var part : action.split(Pattern.quote(slug), -1)) {
            parts.add(ID.matcher(part).replaceAll(id -> UUID.randomUUID().toString()));
        }
        return String.join(inside ? slug : "committee-" + UUID.randomUUID(), parts);
    }

    private List<String> difference(String kind, String there, String absent, Filled form) throws Exception {
        assertThat(absent).isNotEqualTo(there);
        var visitor = scene.other(kind);
        var one = said(send(visitor, there, form), there);
        var other = said(send(visitor, absent, form), absent);
        return one.equals(other) && one.startsWith("404")
                ? List.of()
                : List.of(kind + " at " + there + ": " + one.substring(0, 3) + ", not " + other.substring(0, 3));
    }

    private static HttpResponse<String> send(Visitor visitor, String path, Filled form) throws Exception {
        if (form.parts()) {
            var content = "words".getBytes(StandardCharsets.UTF_8);
            return visitor.upload("/en/work", path, form.fields(), "paper.txt", content);
        }
        var fields = new HashMap<>(form.fields());
        fields.put("_csrf", visitor.token("/en/work"));
        return visitor.post(path, fields);
    }

    private static String said(HttpResponse<String> answer, String asked) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "connection"));
        return answer.statusCode() + "\n" + headers + "\n"
                + answer.body()
                        .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1")
                        .replace(asked, "");
    }

    /** A digest of every row that the program may read of what is joint and what is East's, table by table. */
    private Map<String, String> everything() {
        var rows = new TreeMap<String, String>();
        transaction.executeWithoutResult(status -> {
            circle.enter(scene.parties().east().party().id().id());
            var tables = jdbc.sql("""
                            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                              and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                            """).query((row, n) -> row.getString(1)).list();
            for (var table : tables) {
                rows.put(
                        table,
                        jdbc.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from " + table
                                        + " t")
                                .query(String.class)
                                .single());
            }
        });
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }
}
