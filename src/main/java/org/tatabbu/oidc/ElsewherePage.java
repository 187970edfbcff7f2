// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.util.List;
import org.tatabbu.identity.OtherEntrances.OtherEntrance;

/**
 * Why a provider brought nobody in.
 *
 * @param back where somebody who is signed in all the same goes on, after the language; empty for the others
 */
record ElsewherePage(OidcWords words, String title, String whatToDo, String back, List<OtherEntrance> entrances) {}
