// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.util.List;
import org.tatabbu.identity.OtherEntrances.OtherEntrance;

record ElsewherePage(OidcWords words, List<OtherEntrance> entrances) {}
