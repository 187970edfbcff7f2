// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.language.Language;

/** The providers that the configuration names; none by default. A provider without domains stops the start. */
@Component
class Providers implements OtherEntrances {
    private final List<Provider> all;

    Providers(ObjectProvider<ClientRegistrationRepository> registrations, Environment settings) {
        all = registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(some -> StreamSupport.stream(((Iterable<?>) some).spliterator(), false))
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(one -> new Provider(
                        one.getRegistrationId(),
                        one.getClientName(),
                        Arrays.stream(settings.getProperty("tatabbu.oidc.domains." + one.getRegistrationId(), "")
                                        .split(",", -1))
                                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                                .filter(domain -> !domain.isEmpty())
                                .collect(Collectors.toSet())))
                .toList();
    }

    List<Provider> all() {
        return all;
    }

    Provider get(String registration) {
        return all.stream()
                .filter(one -> one.registration().equals(registration))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<OtherEntrance> listed(Language language) {
        return all.stream()
                .map(one ->
                        new OtherEntrance(one.label(), "/oidc/start/" + one.registration() + "?lang=" + language.tag()))
                .toList();
    }
}
