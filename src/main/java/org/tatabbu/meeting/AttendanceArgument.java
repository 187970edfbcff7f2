// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

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
 * Lets a controller below {@code /work/committees/{committee}/meetings/{number}} take {@link Attendance} as an argument. Who has no
 * seat there, or asks for a meeting that is not, gets what anybody gets at an address that does not exist.
 */
@Configuration(proxyBeanMethods = false)
class AttendanceArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Meetings meetings;
    private final Clock clock;

    AttendanceArgument(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Attendance.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return SignedIn.account(request)
                .flatMap(account -> named(request, "committee")
                        .flatMap(committee -> number(request)
                                .flatMap(number ->
                                        meetings.attendance(account.id(), committee, number, clock.instant()))))
                .orElseThrow(NotHere::new);
    }

    private static Optional<Integer> number(HttpServletRequest request) {
        return named(request, "number")
                .filter(number -> number.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
    }

    private static Optional<String> named(HttpServletRequest request, String variable) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get(variable)).map(String::valueOf)
                : Optional.empty();
    }
}
