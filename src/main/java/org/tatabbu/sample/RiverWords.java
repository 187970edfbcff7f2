// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

/** A wholly invented commission between two invented cities. */
interface RiverWords {
    String river();

    String riverPurpose();

    String wadiNour();

    String wadiNourShort();

    String telZahra();

    String telZahraShort();

    String councils();

    String riverMandate();

    String levels();

    String quality();

    String fisheries();

    String laylaOffice();

    String samirOffice();

    String hudaOffice();

    String karimOffice();

    String rimOffice();

    String adamOffice();

    String venueWadi();

    String venueTel();

    String riverInstruction();

    String itemOpening();

    String itemFollowUp();

    String itemLevels();

    String itemQuality();

    String itemFisheries();

    String itemClosing();

    String gaugers();

    String expertLevel();

    String gaugersSubject();

    String waterService();

    String parksService();

    String civilProtection();

    String m1Report();

    String m1Data();

    String m1Weir();

    String m2Fish();

    String m2Flood();

    String m2Trees();

    String m2Portal();

    String m3Portal();

    String m3Samples();

    String m3Ladder();

    String m3Next();

    String m4Fees();

    String m4FeesWadi();

    String m4FeesTel();

    String m4Season();

    String m4SeasonLater();

    String noteWeirDone();

    String noteWeirNot();

    String noteFlood();

    String noteTrees();

    String notePortal();

    String commission();

    String a1Title();

    String a1Lead();

    String a1Body();

    String a2Title();

    String a2Lead();

    String a2Body();

    String a3Title();

    String a3Lead();

    String a3Body();

    String a2Was();

    String a2Now();

    String a2Why();

    String a4Title();

    String a4Lead();

    String a4Body();

    String a4Why();

    String riverReader(int number);

    String riverComment(int number);

    String t1Title();

    String t1Readings();

    String t1Call();

    String t2Title();

    String t2Banks();

    String briefWadiTitle();

    String briefWadiText();

    String briefTelTitle();

    String briefTelText();
}
