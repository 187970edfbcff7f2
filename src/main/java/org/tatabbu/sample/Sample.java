// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.io.PrintStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.committee.Committees;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.Introductions;
import org.tatabbu.identity.Introductions.Introduction;
import org.tatabbu.language.Language;

/** Tells both stories once, on an empty database and before the first reader comes, when it is asked to. */
@Component
class Sample
        implements SmartInitializingSingleton, Introductions, WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final boolean wanted;
    private final Accounts accounts;
    private final Committees committees;
    private final SampleAccounts players;
    private final DefenceStory defence;
    private final RiverStory river;
    private final Backstage backstage;
    private final TransactionOperations transactions;
    private final Environment environment;
    private final Clock clock;

    Sample(
            @Value("${tatabbu.sample:false}") boolean wanted,
            Accounts accounts,
            Committees committees,
            SampleAccounts players,
            DefenceStory defence,
            RiverStory river,
            Backstage backstage,
            TransactionOperations transactions,
            Environment environment,
            Clock clock) {
        this.wanted = wanted;
        this.accounts = accounts;
        this.committees = committees;
        this.players = players;
        this.defence = defence;
        this.river = river;
        this.backstage = backstage;
        this.transactions = transactions;
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether the stories are in the database. */
    private boolean told() {
        return committees
                .find(RiverStory.SLUG)
                .map(committee -> committee.fictional())
                .orElse(false);
    }

    private boolean empty() {
        return accounts.none() && committees.none();
    }

    /** With the sample in it, only this machine reaches the server, unless somebody says otherwise. */
    @Override
    public void customize(ConfigurableWebServerFactory server) {
        boolean holdsSample = told() || (wanted && empty());
        if (holdsSample && !environment.containsProperty("server.address")) {
            server.setAddress(InetAddress.getLoopbackAddress());
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (told()) {
            if (players.passwords().isEmpty()) {
                players.renew(byEmail(), clock.instant());
            }
            return;
        }
        if (!wanted) {
            return;
        }
        if (!empty()) {
            LoggerFactory.getLogger(Sample.class).warn(words().notOverRealData());
            return;
        }
        var now = clock.instant();
        transactions.executeWithoutResult(transaction -> {
            var cast = players.create(now);
            defence.tell(cast);
            river.tell(cast, now);
            backstage.register(cast, now);
        });
        backstage.notes(now);
    }

    private Map<String, AccountId> byEmail() {
        var byEmail = new HashMap<String, AccountId>();
        committees.all().stream()
                .flatMap(committee -> committees.seats(committee.id()).stream())
                .map(seat -> seat.account())
                .filter(Objects::nonNull)
                .flatMap(account -> accounts.find(account).stream())
                .forEach(account -> byEmail.put(account.email(), account.id()));
        return byEmail;
    }

    @Override
    public List<Introduction> listed(Language language) {
        return told()
                ? Arrays.stream(Player.values())
                        .map(player -> new Introduction(player.email(), player.who(language), player.part(language)))
                        .toList()
                : List.of();
    }

    /** Says on the terminal who may sign in, and with what. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!told()) {
            return;
        }
        var passwords = players.passwords();
        print(System.out, passwords);
    }

    @SuppressWarnings("SystemOut") // This is the program speaking to the person who started it.
    private static void print(PrintStream terminal, Map<String, String> passwords) {
        var language = spoken();
        terminal.println(SampleWords.in(language).accounts());
        for (var player : Player.values()) {
            terminal.printf(
                    Locale.ROOT,
                    "  %-30s %-20s %s%n",
                    player.email(),
                    passwords.getOrDefault(player.email(), ""),
                    player.part(language));
        }
        terminal.flush();
    }

    private static SampleWords words() {
        return SampleWords.in(spoken());
    }

    private static Language spoken() {
        return Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
    }
}
