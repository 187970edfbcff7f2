// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Several people acting at the same moment, each on a thread of their own. */
public final class AtOnce {
    private AtOnce() {}

    /** Their answers, in the order given; the first failure ends it. */
    public static <T> List<T> all(List<? extends Callable<? extends T>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = acts.stream()
                    .map(act -> threads.<T>submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            for (var one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
