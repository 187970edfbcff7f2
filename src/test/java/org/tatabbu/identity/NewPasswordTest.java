// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.testing.DefaultLocales;

class NewPasswordTest {
    private static final String EMAIL = "layla.secretary@example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the officers' club",
                "correct horse battery staple",
                "tomates au fond du puits",
                "قمر على نافذة المطبخ",
                "kV9#tq2Lw!xR",
                "love money dragon paris night",
                "zwölf Boxkämpfer"
            })
    void whatNobodyElseChoseIsFit(String text) {
        assertThat(read(text)).isInstanceOf(NewPassword.Fit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "كلمة قصيرة", "\ud83d\ude00 ten emoji", "kV9#tq2Lw!x\ud800"})
    void fewerThanTwelveSignsAreTooFew(String text) {
        assertThat(read(text)).isInstanceOf(NewPassword.TooShort.class);
    }

    @Test
    void signsAreCountedAfterTheyAreComposed() {
        assertThat(read("e\u0301".repeat(11))).isInstanceOf(NewPassword.TooShort.class);
        assertThat(read("\ufb03 ffi officeré")).isInstanceOf(NewPassword.Fit.class);
    }

    @Test
    void nobodyTypesMoreThanFourThousandSigns() {
        assertThat(read("the officers' club ".repeat(300))).isInstanceOf(NewPassword.TooLong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2023!",
                "P4$$w0rdP4$$w0rd",
                "123456789012",
                "qwertyuiop[]",
                "qwertyuiop123",
                "azertyuiop123",
                "1qaz2wsx3edc",
                "ضصثقفغعهخحجد",
                "كلمةالمرور123",
                "كَلِمَةُ المُرورِ ١٢٣",
                "abcdefghijkl",
                "zyxwvutsrqponm",
                "aaaaaaaaaaaa",
                "xyz9xyz9xyz9",
                "Bienvenue2026!",
                "motdepasse2026",
                "iloveyou1234",
                "Adminadmin123",
                "31012026310126",
                "WelcomeWelcome1",
                "السلام عليكم 2026"
            })
    void whatIsTriedFirstIsTooCommon(String text) {
        assertThat(read(text)).as(text).isInstanceOf(NewPassword.TooCommon.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layla.secretary 55",
                "Layla.Secretary@example.org",
                "Tatabbu is the place",
                "t-a-t-a-b-b-u 2026",
                "هذا تتبُّع قراراتنا"
            })
    void whatIsKnownOfTheOwnerIsNoSecret(String text) {
        assertThat(read(text)).as(text).isInstanceOf(NewPassword.AboutYou.class);
    }

    @Test
    void theSameUnderEveryDefaultLocale() {
        assertThat(DefaultLocales.each(() -> read("ADMINADMIN123")))
                .hasSize(3)
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(NewPassword.TooCommon.class));
        assertThat(DefaultLocales.each(() -> read("LAYLA.SECRETARY 1")))
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(NewPassword.AboutYou.class));
    }

    @Test
    void itDoesNotSayItself() {
        assertThat(read("the officers' club").toString()).doesNotContain("officers");
    }

    private static NewPassword.Reading read(String text) {
        return NewPassword.read(text, EMAIL);
    }
}
