// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.OtherEntrances;
import org.tatabbu.language.Language;

/** The providers that the configuration names; none by default. A provider without domains stops the start. */
@Component
class Providers implements OtherEntrances {
    private final List<Provider> all;
    private final FederationStore store;

    Providers(ObjectProvider<ClientRegistrationRepository> registrations, Environment settings, FederationStore store) {
        this.store = store;
        all = registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(some -> StreamSupport.stream(((Iterable<?>) some).spliterator(), false))
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(one -> new Provider(
                        one.getRegistrationId(),
                        Objects.requireNonNullElse(one.getProviderDetails().getIssuerUri(), ""),
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

    Optional<Provider> find(String registration) {
        return all.stream()
                .filter(one -> one.registration().equals(registration))
                .findFirst();
    }

    /** Those that may sign this account in; one that is configured no longer goes by its issuer. */
    List<LinksPage.Link> linksOf(AccountId account) {
        return store.links(account).stream()
                .map(link -> all.stream()
                        .filter(one -> one.issuer().equals(link.issuer()))
                        .findFirst()
                        .map(one -> new LinksPage.Link(link.issuer(), one.label(), link.linked()))
                        .orElse(link))
                .toList();
    }

    /** Where the way to a provider begins. */
    static String start(Provider provider, Language language) {
        return "/oidc/start/" + provider.registration() + "?lang=" + language.tag();
    }

    @Override
    public List<OtherEntrance> listed(Language language) {
        return all.stream()
                .map(one -> new OtherEntrance(one.label(), start(one, language)))
                .toList();
    }

    @Override
    public List<OtherEntrance> again(Language language, String to) {
        return all.stream()
                .map(one -> new OtherEntrance(
                        one.label(),
                        "/" + language.tag() + LinksPage.PATH + "/" + one.registration() + "/confirmation?to="
                                + URLEncoder.encode(to, StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    public boolean opens(AccountId account) {
        return store.links(account).stream()
                .anyMatch(link -> all.stream().anyMatch(one -> one.issuer().equals(link.issuer())));
    }

    @Override
    public Optional<OtherEntrance> kept(AccountId account, Language language) {
        return store.links(account).isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherEntrance(OidcWords.in(language).links(), LinksPage.PATH));
    }
}
