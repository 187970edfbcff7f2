// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.TestDatabase;

/** What lies in the database between two signatures is looked at again before it becomes an act. */
@OnStage
class ChangedSignaturesTest {
    @Autowired
    private Signers signers;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Stage stage;

    @Value("${tatabbu.database.url}")
    private String database = "";

    private Stage.Parties parties;
    private Presentation presentation;

    @BeforeEach
    void theFirstOfTwoSigns() {
        parties = stage.found();
        presentation = stage.presented(parties, 1);
        assertThat(signers.adopt(presentation.id(), parties.east().head(), NOON))
                .isEqualTo(new Adoption.StillWaiting(List.of(parties.west().party())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update adoption.signature set not_after = not_after + interval '1 day' where presentation = :id",
                "update adoption.signature set mandate = gen_random_uuid() where presentation = :id",
                "update adoption.signature set envelope = overlay(envelope placing 'x' from 20) where presentation = :id",
                "update adoption.signature set envelope = null where presentation = :id",
                """
                update adoption.signature set envelope = (select s.envelope from adoption.signature s
                where s.presentation <> :id and s.envelope is not null limit 1) where presentation = :id
                """,
                """
                update adoption.presentation p set record = other.bytes, digest = encode(sha256(other.bytes), 'hex')
                from (select convert_to(replace(convert_from(record, 'UTF8'), 'progress', 'regress'), 'UTF8') as bytes
                from adoption.presentation where id = :id) as other where p.id = :id
                """
            })
    void whatWasChangedBetweenTwoSignaturesBecomesNoAct(String change) {
        var other = stage.found();
        signers.adopt(stage.presented(other, 1).id(), other.east().head(), NOON);
        int changed = JdbcClient.create(new TestDatabase(database).superuser())
                .sql(change)
                .param("id", presentation.id().id())
                .update();
        assertThat(changed).isEqualTo(1);

        assertThat(signers.adopt(presentation.id(), parties.west().head(), NOON))
                .isIn(
                        new Adoption.Refused(Adoption.Reason.CHANGED),
                        new Adoption.Refused(Adoption.Reason.OTHER_TEXT),
                        new Adoption.StillWaiting(List.of(parties.east().party())));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }
}
