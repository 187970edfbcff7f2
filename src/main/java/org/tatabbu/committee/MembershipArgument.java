// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.page.NotHere;

/**
 * Lets a controller below {@code /work/committees/{committee}} take {@link Membership} as an argument. Who has no seat
 * there gets what anybody gets at an address that does not exist.
 */
@Configuration(proxyBeanMethods = false)
class MembershipArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Committees committees;
    private final Clock clock;

    MembershipArgument(Committees committees, Clock clock) {
        this.committees = committees;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Membership.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return SignedIn.account(request)
                .flatMap(account -> slug(request)
                        .flatMap(committee -> committees.membership(account.id(), committee, clock.instant())))
                .orElseThrow(NotHere::new);
    }

    private static Optional<String> slug(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get("committee")).map(String::valueOf)
                : Optional.empty();
    }
}
