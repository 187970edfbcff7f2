// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

/** The source story in words of our own. */
interface DefenceWords {
    String committee();

    String purpose();

    String morocco();

    String moroccoShort();

    String israel();

    String israelShort();

    String authority();

    String mandate();

    String instruction();

    String logistics();

    String training();

    String equipment();

    String intelligence();

    String airDefence();

    String electronicWarfare();

    String inspectorRank();

    String inspectorOffice();

    String directorTitle();

    String directorName();

    String directorOffice();

    String secretariat();

    String venue();

    String itemReview();

    String itemAdoption();

    String sideBodies();

    String sideLevel();

    String sideSubject();

    String examined();

    String praised();

    String strengthen();

    String widen();

    String statement();

    String articleTitle();

    String articleLead();

    String articleBody();

    String generalCommand();

    String reader(String number);

    String comment(String number);
}
