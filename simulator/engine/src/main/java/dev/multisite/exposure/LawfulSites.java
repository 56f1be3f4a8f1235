package dev.multisite.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.multisite.scenario.ArchitectureSpec;
import dev.multisite.scenario.ArchitectureSpec.Phase;
import dev.multisite.scenario.ArchitectureSpec.RouteRule;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.PopulationSpec;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.ServiceSpec;

/**
 * At which sites the law lets the requests of an architecture be served, over time, for its route rules with the policy
 * {@code permitted}. A site is permitted if no law of the catalogue is against keeping and serving the records there: what
 * is disputed or unknown is not permitted. A service that keeps nothing may be served everywhere. Immutable.
 */
public final class LawfulSites {

    private final Map<Question, BitSet> permitted;
    private final double[] epochStarts;

    private record Question(String population, String service, DataSpec data, String site) {}

    private LawfulSites(Map<Question, BitSet> permitted, double[] epochStarts) {
        this.permitted = permitted;
        this.epochStarts = epochStarts;
    }

    static LawfulSites of(Scenario scenario, ArchitectureSpec architecture, SiteLaws laws) {
        NavigableSet<Double> instants = new TreeSet<>(List.of(0.0));
        Map<Question, PopulationSpec> questions = questions(scenario, architecture);
        questions.forEach((question, population) ->
                instants.addAll(laws.changes(population, question.service(), question.data(), question.site())));
        List<Double> starts = new ArrayList<>();
        List<BitSet> answers = new ArrayList<>();
        for (double at : instants) {
            BitSet now = answers(questions, laws, scenario.period().toInstant(at));
            if (answers.isEmpty() || !answers.get(answers.size() - 1).equals(now)) {
                starts.add(at);
                answers.add(now);
            }
        }
        return new LawfulSites(
                byQuestion(questions, answers),
                starts.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Map<Question, PopulationSpec> questions(Scenario scenario, ArchitectureSpec architecture) {
        Map<Question, PopulationSpec> questions = new LinkedHashMap<>();
        for (Phase phase : architecture.phases()) {
            for (PopulationSpec population : scenario.populations().values()) {
                for (ServiceSpec service : scenario.services().values()) {
                    if (service.stores().isEmpty()) {
                        continue;
                    }
                    for (RouteRule rule : phase.route()) {
                        if (rule.asksTheLaw() && rule.fits(population.name(), population.country(), service.name())) {
                            rule.to()
                                    .forEach(site -> questions.put(
                                            new Question(population.name(), service.name(), phase.data(), site),
                                            population));
                        }
                    }
                }
            }
        }
        return questions;
    }

    private static BitSet answers(Map<Question, PopulationSpec> questions, SiteLaws laws, Instant on) {
        BitSet now = new BitSet();
        int index = 0;
        for (Map.Entry<Question, PopulationSpec> entry : questions.entrySet()) {
            Question question = entry.getKey();
            now.set(
                    index++,
                    laws.permission(entry.getValue(), question.service(), question.data(), question.site(), on)
                            .permitted());
        }
        return now;
    }

    private static Map<Question, BitSet> byQuestion(Map<Question, PopulationSpec> questions, List<BitSet> answers) {
        Map<Question, BitSet> result = new LinkedHashMap<>();
        int index = 0;
        for (Question question : questions.keySet()) {
            BitSet epochs = new BitSet();
            for (int epoch = 0; epoch < answers.size(); epoch++) {
                epochs.set(epoch, answers.get(epoch).get(index));
            }
            result.put(question, epochs);
            index++;
        }
        return result;
    }

    /** Returns where the stretches start in which no answer changes, seconds, ascending; the first at 0. */
    public double[] epochStarts() {
        return epochStarts.clone();
    }

    /** Returns whether {@code site} may serve {@code service} to {@code population} in an epoch, if {@code phase} holds. */
    public boolean permitted(int epoch, Phase phase, String population, String service, String site) {
        BitSet epochs = permitted.get(new Question(population, service, phase.data(), site));
        return epochs == null || epochs.get(epoch);
    }
}
