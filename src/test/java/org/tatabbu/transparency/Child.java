// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tatabbu.testing.TestDatabase;

/**
 * A process of its own that hands in and seals, says each thing as soon as it is so, and stands still at a named point until
 * it is killed. Arguments: address of the database, folder of the key, file of the policy, name of its entries, point.
 */
final class Child {
    /** Where it may stand still, in the order in which it comes by. */
    enum Point {
        BEFORE_COMMIT,
        COMMITTED,
        INTEGRATED,
        SIGNED,
        ONE_WITNESS,
        BOTH_WITNESSES,
        PUBLISHED,
        NOWHERE
    }

    private final Point point;
    private int cosigned;

    private Child(Point point) {
        this.point = point;
    }

    public static void main(String[] arguments) throws Exception {
        var ledger = Ledger.on(new TestDatabase(arguments[0]), Path.of(arguments[1]));
        var policy = Policy.parse(Files.readAllBytes(Path.of(arguments[2])));
        new Child(Point.valueOf(arguments[4])).run(ledger, policy, arguments[3]);
    }

    private void run(Ledger ledger, Policy policy, String name) throws Exception {
        for (int i = 0; i < 3; i++) {
            var entry = name + "/" + i;
            ledger.append(entry);
            say("COMMITTED " + entry);
        }
        ledger.transactions().executeWithoutResult(status -> {
            ledger.store().add(EntryId.random(), Ledger.bytes(name + "/uncommitted"), Ledger.NOON);
            reached(Point.BEFORE_COMMIT);
            status.setRollbackOnly();
        });
        reached(Point.COMMITTED);
        Consumer<Integrator.Step> steps = step -> {
            switch (step) {
                case INTEGRATED -> reached(Point.INTEGRATED);
                case SIGNED -> reached(Point.SIGNED);
                case COSIGNED -> reached(++cosigned == 1 ? Point.ONE_WITNESS : Point.BOTH_WITNESSES);
                case PUBLISHED -> reached(Point.PUBLISHED);
                case WITNESSED, ANNOUNCED -> {}
            }
        };
        var sealing = ledger.start(policy, steps);
        sealing.round(Ledger.NOON);
        sealing.stopped().ifPresent(refusal -> say("STOPPED " + refusal));
        ledger.announced.forEach(event -> say(event.toString()));
        if (ledger.hasPublished()) {
            say("PUBLISHED " + Checkpoint.of(ledger.published()).seen());
        }
        say("DONE");
    }

    private void reached(Point here) {
        if (here == point) {
            say("AT " + here);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
        }
    }

    private static void say(String line) {
        System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
