// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;

/** A sample account and its part in a story. */
enum Player {
    LAYLA("layla@wadi-nour.example", Role.HEAD),
    SAMIR("samir@tel-zahra.example", Role.HEAD),
    HUDA("huda@wadi-nour.example", Role.SECRETARY),
    KARIM("karim@tel-zahra.example", Role.SECRETARY),
    RIM("rim@wadi-nour.example", Role.PRESS),
    ADAM("adam@tel-zahra.example", Role.MODERATOR),
    DEFENCE_HEAD_A("head.a@defence.example", Role.HEAD),
    DEFENCE_HEAD_B("head.b@defence.example", Role.HEAD),
    DEFENCE_SECRETARY_A("secretary.a@defence.example", Role.SECRETARY),
    DEFENCE_SECRETARY_B("secretary.b@defence.example", Role.SECRETARY);

    private final String email;
    private final Role role;

    Player(String email, Role role) {
        this.email = email;
        this.role = role;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    /** The invented person's name, or for the source story the part alone: nobody's account is made in their name. */
    PersonName personName() {
        return new PersonName(
                SampleWords.in(Language.AR).who(name()),
                SampleWords.in(Language.EN).who(name()));
    }

    String who(Language language) {
        return SampleWords.in(language).who(name());
    }

    String part(Language language) {
        return SampleWords.in(language).part(name());
    }
}
