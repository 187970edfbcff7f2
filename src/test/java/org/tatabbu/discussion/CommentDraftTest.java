// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;

class CommentDraftTest {
    private static CommentDraft draft(String name, String email, String body) {
        return new CommentDraft(name, email, body, Language.EN);
    }

    private static CommentDraft saying(String body) {
        return draft("Nadia", "nadia@example.org", body);
    }

    private static CommentDraft named(String name) {
        return draft(name, "nadia@example.org", "Well said.");
    }

    private static CommentDraft from(String email) {
        return draft("Nadia", email, "Well said.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEmptyFormIsToldWhatToDoBesideEachField(Language language) {
        var words = DiscussionWords.in(language);
        var form = new CommentDraft("", "", "", language).form();
        assertThat(form.errors())
                .containsEntry("name", words.nameMissing())
                .containsEntry("email", words.emailMissing())
                .containsEntry("body", words.bodyMissing())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u00A0",
                "\u3000",
                "\u200B",
                "\u200F\u061C",
                "\u202E",
                "\u3164",
                "\u115F",
                "\u2800",
                "\u0301",
                "\uFEFF",
                "\t\r\n",
                "\u00AD",
                "\u2060"
            })
    void whatNobodySeesIsNotANameNorAComment(String nothing) {
        assertThat(draft(nothing, "nadia@example.org", nothing).form().errors()).containsOnlyKeys("name", "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uFFFDb", "a\uD800b", "a\uFFFEb"})
    void whatNoKeyboardSendsIsRefusedAndTakenOut(String broken) {
        var form = draft(broken, "n" + broken + "@example.org", broken).form();
        assertThat(form.errors()).containsOnlyKeys("name", "email", "body");
        assertThat(form.value("name")).isEqualTo("ab");
        assertThat(form.value("body")).isEqualTo("ab");
    }

    @Test
    void marksThatTurnTheTextAroundThemAreTakenOut() {
        var turning = "a\u202Ab\u202Bc\u202Cd\u202De\u202Ef\u2066g\u2067h\u2068i\u2069j\u0007\u001Bk";
        assertThat(named(turning).author().text()).isEqualTo("abcdefghijk");
        assertThat(saying(turning).text().text()).isEqualTo("abcdefghijk");
        assertThat(saying(turning).form().fails()).isFalse();
    }

    @Test
    void marksThatArabicAndPersianNeedStay() {
        var persian = "می\u200Cخواهم \u200Fنص\u064Bا";
        assertThat(saying(persian).text().text()).isEqualTo(persian);
    }

    @Test
    void aNameIsOneLine() {
        assertThat(named("  Nadia\r\n\tde\u2028  Salé ").author().text()).isEqualTo("Nadia de Salé");
    }

    @Test
    void paragraphsStayAndLineEndsAreAllAlike() {
        assertThat(saying("\r\none\r\ntwo \rthree\u2029\n\n\n\nfour\n ").text().text())
                .isEqualTo("one\ntwo\nthree\n\nfour");
    }

    @Test
    void lengthsAreCountedAsPeopleCountThem() {
        assertThat(named("😀".repeat(80)).form().fails()).isFalse();
        assertThat(named("😀".repeat(81)).form().errors()).containsOnlyKeys("name");
        assertThat(saying("😀".repeat(3000)).form().fails()).isFalse();
        var tooLong = saying("ب".repeat(3001)).form();
        assertThat(tooLong.error("body")).contains("3,001").contains("3,000");
        assertThat(tooLong.value("body")).hasSize(3001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nadia@example.org",
                " Nadia.B+news@mail.example.org ",
                "\u200Enadia@example.org\u200F",
                "نادية@مثال.المغرب",
                "o'brien_%#@xn--mgba.example"
            })
    void ordinaryAddressesPass(String address) {
        assertThat(from(address).form().fails()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nadia",
                "nadia@",
                "@example.org",
                "nadia@example",
                "nadia@@example.org",
                "nadia@example..org",
                ".nadia@example.org",
                "nadia.@example.org",
                "na dia@example.org",
                "nadia@-example.org",
                "nadia@example.org, b@example.org",
                "nadia@example.org\r\nBcc: b@example.org",
                "<nadia@example.org>",
                "nadia@[127.0.0.1]"
            })
    void whatCannotBeAnAddressIsRefused(String address) {
        assertThat(from(address).form().errors()).containsOnlyKeys("email");
    }

    @Test
    void anAddressHasAtMost254Characters() {
        var domain = ("x".repeat(60) + ".").repeat(3) + "example.org";
        var local = "n".repeat(254 - 1 - domain.length());
        assertThat(from(local + "@" + domain).form().fails()).isFalse();
        assertThat(from(local + "@y" + domain).form().errors()).containsOnlyKeys("email");
    }

    @Test
    void aHostileAddressIsAnsweredAtOnce() {
        assertThat(from("a.".repeat(100_000) + "@" + "a-".repeat(100_000))
                        .form()
                        .errors())
                .containsOnlyKeys("email");
        assertThat(from("a@" + "a-".repeat(120) + "!").form().errors()).containsOnlyKeys("email");
    }

    @Test
    void aDraftInALogNamesNobody() {
        assertThat(saying("body").toString()).doesNotContain("Nadia", "nadia", "body");
    }
}
