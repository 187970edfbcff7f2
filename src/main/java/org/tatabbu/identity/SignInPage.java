// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.identity.Introductions.Introduction;
import org.tatabbu.identity.OtherEntrances.OtherEntrance;
import org.tatabbu.page.Form;

/** What the page shows, and where the sign-in leads to afterwards. */
record SignInPage(
        IdentityWords words,
        Form form,
        Destination to,
        CsrfToken token,
        List<Introduction> introductions,
        List<OtherEntrance> others) {}
