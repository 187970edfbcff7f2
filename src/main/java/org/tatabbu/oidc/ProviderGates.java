// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.tatabbu.identity.SignIns;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;

/** The way to a provider and back. What it says ends here: the session that begins is one of ours, like any other. */
@Configuration(proxyBeanMethods = false)
class ProviderGates {
    private static final String START = "/oidc/start";
    private static final String BACK = "/oidc/back/";
    private static final String LANGUAGE = ProviderGates.class.getName() + ".language";

    @Bean
    @Order(0)
    SecurityFilterChain elsewhere(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> configured,
            Providers providers,
            Federation federation,
            SignIns signIns,
            Site site,
            Clock clock)
            throws Exception {
        var registrations = configured.getIfAvailable();
        if (registrations == null) {
            return http.securityMatcher(request -> false).build();
        }
        return http.securityMatcher("/oidc/**")
                .authorizeHttpRequests(who -> who.anyRequest().denyAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .oauth2Login(login -> login.authorizationEndpoint(
                                to -> to.authorizationRequestResolver(new ToProvider(registrations, site)))
                        .redirectionEndpoint(back -> back.baseUri(BACK + "*"))
                        .loginPage("/ar/sign-in")
                        .successHandler((request, response, said) -> {
                            var language = language(request);
                            var now = clock.instant();
                            var provider = providers.find(registration(said)).orElseThrow();
                            var renewal = Renewal.take(request);
                            var arrival = renewal.isPresent()
                                    ? federation.renew(provider, claim(said), renewal.get(), language, now)
                                    : federation.arrive(provider, claim(said), language, now);
                            switch (arrival) {
                                case Arrival.Known known -> {
                                    signIns.begin(request, response, known.account(), "provider", now);
                                    to(response, renewal.map(Renewal::to).orElse("/" + language.tag() + "/work"));
                                }
                                case Arrival.Unknown unknown -> refuse(response, language, "");
                                case Arrival.Another another -> refuse(response, language, ElsewherePages.ANOTHER);
                                case Arrival.Unasked unasked -> refuse(response, language, ElsewherePages.UNASKED);
                            }
                        })
                        .failureHandler((request, response, failed) -> {
                            Renewal.take(request);
                            refuse(response, language(request), "");
                        }))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static String registration(Authentication said) {
        return ((OAuth2AuthenticationToken) said).getAuthorizedClientRegistrationId();
    }

    private static Federation.Claim claim(Authentication said) {
        if (!(said.getPrincipal() instanceof OidcUser person)) {
            throw new IllegalStateException("Ask for the scope openid: without it a provider vouches for nobody");
        }
        var email = Boolean.TRUE.equals(person.getEmailVerified())
                ? Optional.ofNullable(person.getEmail())
                : Optional.<String>empty();
        return new Federation.Claim(
                Objects.requireNonNull(person.getIssuer()).toString(),
                Objects.requireNonNull(person.getSubject()),
                email,
                person.getAuthenticatedAt());
    }

    private static Language language(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(LANGUAGE) instanceof String tag
                ? Language.of(tag).orElse(Language.AR)
                : Language.AR;
    }

    private static void refuse(HttpServletResponse response, Language language, String why) throws IOException {
        to(response, "/" + language.tag() + "/sign-in/elsewhere" + (why.isEmpty() ? "" : "?why=" + why));
    }

    private static void to(HttpServletResponse response, String path) throws IOException {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, path);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Sends to the provider with PKCE (RFC 7636), naming our own address and never the one that a request calls us by. */
    private static final class ToProvider implements OAuth2AuthorizationRequestResolver {
        private final DefaultOAuth2AuthorizationRequestResolver inner;
        private final Site site;

        ToProvider(ClientRegistrationRepository registrations, Site site) {
            this.inner = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
            this.site = site;
            inner.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return ours(request, inner.resolve(request));
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return ours(request, inner.resolve(request, registration));
        }

        private @Nullable OAuth2AuthorizationRequest ours(
                HttpServletRequest request, @Nullable OAuth2AuthorizationRequest made) {
            if (made == null) {
                return null;
            }
            var wished = request.getParameter("lang");
            request.getSession()
                    .setAttribute(
                            LANGUAGE,
                            Language.of(wished == null ? "" : wished)
                                    .orElse(Language.AR)
                                    .tag());
            var registration = made.getAttributes().get("registration_id");
            return OAuth2AuthorizationRequest.from(made)
                    .redirectUri(site.address(BACK + registration))
                    .additionalParameters(asked -> asked.putAll(fresh(request)))
                    .build();
        }

        // A provider that remembers the browser would vouch for whoever sits at it.
        private static Map<String, Object> fresh(HttpServletRequest request) {
            if (request.getParameter(Renewal.PARAMETER) == null) {
                Renewal.take(request);
            }
            return Renewal.waits(request) ? Map.of("prompt", "login", "max_age", "0") : Map.of();
        }
    }
}
