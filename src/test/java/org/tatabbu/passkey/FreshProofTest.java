// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class FreshProofTest extends SomeoneWithAnAccount {
    @Test
    void whoSignedInAWhileAgoShowsWhoTheyAreBeforeAKeyIsAddedAndGoesOnWithItsName() {
        var me = new Owner(port, email);
        var token = me.token(Owner.KEYS);
        later.by(Duration.ofMinutes(5));
        assertThat(me.browser().page(Owner.KEYS).select("form[data-passkey]")).isEmpty();
        assertThat(me.browser()
                        .post(Owner.KEYS + "/options", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(303);

        var sent = me.browser().post(Owner.KEYS, Map.of("_csrf", token, "name", "Office & phone"));
        assertThat(sent.statusCode()).isEqualTo(303);
        var way = Browser.header(sent, "Location");
        var wrong = confirm(me, way, "a guess");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.page(wrong).select("#password-error").text()).isNotEmpty();
        assertThat(me.browser().page(Owner.KEYS).select("form[data-passkey]")).isEmpty();

        var back = Browser.header(confirm(me, way, Visitor.PASSWORD), "Location");
        assertThat(me.browser().page(back).select("#name").val()).isEqualTo("Office & phone");
        assertThat(me.add(device(), "Office phone").statusCode()).isEqualTo(303);
        assertThat(trace()).containsExactly("passkey.added");
    }

    @Test
    void whoSignedInAWhileAgoShowsWhoTheyAreBeforeAKeyIsRemoved() {
        var me = new Owner(port, email);
        var device = device();
        me.add(device, "Office phone");
        var path = path(me);
        var sure = new HashMap<>(token(me));
        sure.put("sure", "yes");
        later.by(Duration.ofMinutes(6));

        var way = Browser.header(me.browser().post(path + "/removal", sure), "Location");
        var page = me.browser().page(way);
        assertThat(me.browser().page(path).select("form[action$=removal]")).isEmpty();
        assertThat(me.browser().page(path).select("a[href=" + way + "]")).hasSize(1);
        var door = Objects.requireNonNull(page.selectFirst("main a[href*=/sign-in/passkey]"))
                .attr("href");
        var asked = me.browser().page(door);
        var answer = new HashMap<>(device.get(me.asked(Owner.DOOR)));
        answer.put("to", asked.select("main input[name=to]").val());
        answer.put("_csrf", asked.select("main input[name=_csrf]").val());
        var back = me.browser().post(Owner.DOOR, answer);
        assertThat(Browser.header(back, "Location")).isEqualTo(path);
        assertThat(me.answer(path + "/removal", Map.of("sure", "yes"), token(me))
                        .statusCode())
                .isEqualTo(303);
        assertThat(trace()).containsExactly("passkey.added", "passkey.removed");
    }

    @Test
    void neitherAnothersPasswordNorAnOldProofCounts() {
        var other = Stage.email();
        stage.account(other);
        new Owner(port, other).add(device(), "Not mine");
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        var path = path(me);
        sql.sql("update identity.account set password = null where id = :id")
                .param("id", account.id())
                .update();
        later.by(Duration.ofMinutes(6));
        var way = Browser.header(removing(me, path), "Location");
        assertThat(me.browser().page(way).select("main form")).isEmpty();
        assertThat(confirm(me, way, Visitor.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(Browser.header(removing(me, path), "Location")).isEqualTo(way);

        sql.sql("update identity.account set password = (select password from identity.account where email = :other) "
                        + "where id = :id")
                .param("other", other)
                .param("id", account.id())
                .update();
        assertThat(confirm(me, way, Visitor.PASSWORD).statusCode()).isEqualTo(303);
        later.by(Duration.ofMinutes(11));
        assertThat(Browser.header(removing(me, path), "Location")).isEqualTo(way);
        assertThat(trace()).containsExactly("passkey.added");
    }

    @Test
    void anothersKeyOpensAnotherAccountAndLeavesMineAsItWas() {
        var other = Stage.email();
        stage.account(other);
        var theirs = device();
        new Owner(port, other).add(theirs, "Not mine");
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        var path = path(me);
        later.by(Duration.ofMinutes(6));

        assertThat(me.enter(theirs).statusCode()).isEqualTo(303);
        assertThat(me.browser().get(path).statusCode()).isEqualTo(404);
        assertThat(removing(me, path).statusCode()).isEqualTo(404);
        assertThat(trace()).containsExactly("passkey.added");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/en/work", "//elsewhere.example", "/fr/work", "/en/work/../x"})
    void aProofLeadsToNoOtherSite(String to) {
        var me = new Owner(port, email);
        var way = "/en/work/account/confirmation?to=" + to;
        assertThat(Browser.header(confirm(me, way, Visitor.PASSWORD), "Location"))
                .isEqualTo("/en/work");
    }

    private HttpResponse<String> removing(Owner me, String path) {
        return me.answer(path + "/removal", Map.of("sure", "yes"), token(me));
    }

    private static HttpResponse<String> confirm(Owner me, String way, String password) {
        var page = me.browser().page(way);
        var to = page.select("main input[name=to]").val();
        var token = page.select("input[name=_csrf]").val();
        return me.browser()
                .post("/en/work/account/confirmation", Map.of("_csrf", token, "to", to, "password", password));
    }

    private Map<String, String> token(Owner owner) {
        return Map.of("_csrf", owner.token(Owner.KEYS));
    }

    private String path(Owner owner) {
        return Objects.requireNonNull(owner.browser().page(Owner.KEYS).selectFirst("td a"))
                .attr("href");
    }

    private List<String> trace() {
        return sql.sql("select what from audit.change where by = :id and what like 'passkey.%' order by at")
                .param("id", account.id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Device device() {
        return new Device(Curve.P256, "http://localhost:" + port);
    }
}
