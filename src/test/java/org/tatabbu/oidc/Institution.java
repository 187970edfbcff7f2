// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A real identity provider, a program of its own: it knows a few people, and says what it was told of their addresses. */
@EnableAutoConfiguration
class Institution {
    static final String PASSWORD = "an institution’s own";
    private static final String CLIENT = "tatabbu";

    /** What a person's address is, and whether the institution checked it. */
    record Person(String email, boolean verified) {}

    static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();

    /** When it says that it asked somebody, where that is not now. */
    static final Map<String, Instant> ASKED = new ConcurrentHashMap<>();

    static ConfigurableApplicationContext open() {
        // Under another name, so that it reads none of our settings.
        return new SpringApplicationBuilder(Institution.class)
                .run(
                        "--spring.config.name=institution",
                        "--server.port=0",
                        "--server.servlet.session.cookie.name=institution",
                        "--spring.main.banner-mode=off",
                        "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");
    }

    static String issuer(ConfigurableApplicationContext running) {
        return "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                        .getPort();
    }

    /** Lets the program on this port send people here. */
    static void serve(ConfigurableApplicationContext running, int port) {
        running.getBean(InMemoryRegisteredClientRepository.class).save(client(port));
    }

    private static RegisteredClient client(int port) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}secret")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost:" + port + "/oidc/back/ministry")
                .scope("openid")
                .scope("email")
                .build();
    }

    @Bean
    SecurityFilterChain gate(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(who -> who.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    InMemoryRegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(List.of(client(1)));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    UserDetailsService people() {
        return name -> User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .roles("PERSON")
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> addresses() {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                Authentication who = Objects.requireNonNull(context.getPrincipal());
                var person = PEOPLE.get(who.getName());
                if (person != null) {
                    context.getClaims()
                            .claim("auth_time", Date.from(ASKED.getOrDefault(who.getName(), Instant.now())))
                            .claim("email", person.email())
                            .claim("email_verified", person.verified());
                }
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA");
        pair.initialize(2048);
        var made = pair.generateKeyPair();
        var key = new RSAKey.Builder((RSAPublicKey) made.getPublic())
                .privateKey(made.getPrivate())
                .keyID(UUID.randomUUID().toString())
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }
}
