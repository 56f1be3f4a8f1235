package dev.multisite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.multisite.regulation.facts.Copy;
import dev.multisite.regulation.facts.Copy.FirstWrite;
import dev.multisite.regulation.facts.Copy.Role;
import dev.multisite.regulation.facts.Form;
import dev.multisite.regulation.facts.Keys;
import dev.multisite.regulation.facts.Movement;
import dev.multisite.regulation.facts.Movement.Assessment;
import dev.multisite.scenario.DataSpec;
import dev.multisite.scenario.DataSpec.Mitigation;
import dev.multisite.scenario.DataSpec.Replication;
import dev.multisite.scenario.Scenario;
import dev.multisite.scenario.SiteSpec;

/** The copies of a record in one situation, and the flows that bring and read them. */
final class SiteFacts {

    private static final String OWN_SITE = "storage-at-own-site-abroad";
    private static final String PROCESSOR = "processor-abroad";

    private final Scenario scenario;
    private final String people;
    private final Situation situation;
    private final Grounds grounds;
    private final boolean encrypted;
    private final boolean encryptedOnTheWay;

    /** What allows a movement. */
    record Ground(Set<String> mechanisms, Assessment assessment) {}

    /** The ground for a movement to a state. */
    interface Grounds {
        Ground of(String state);
    }

    SiteFacts(Scenario scenario, String people, Situation situation, Grounds grounds) {
        this.scenario = scenario;
        this.people = people;
        this.situation = situation;
        this.grounds = grounds;
        this.encrypted = situation.mitigations().stream().anyMatch(Mitigation.EncryptionAtRest.class::isInstance);
        this.encryptedOnTheWay =
                situation.mitigations().stream().anyMatch(Mitigation.EncryptionInTransit.class::isInstance);
    }

    List<Copy> copies() {
        List<Copy> copies = new ArrayList<>();
        add(copies, situation.now(), FirstWrite.YES);
        if (situation.moving()) {
            add(copies, situation.old(), FirstWrite.NO);
        }
        return copies.stream().distinct().toList();
    }

    private void add(List<Copy> copies, DataSpec.Rule rule, FirstWrite firstWrite) {
        copies.add(copy(rule, rule.home(), Role.PRIMARY, firstWrite, true));
        boolean inStep = rule.replication() == Replication.SYNC;
        rule.replicas().forEach(site -> copies.add(copy(rule, site, Role.REPLICA, FirstWrite.NO, inStep)));
        rule.backups().forEach(site -> copies.add(copy(rule, site, Role.BACKUP, FirstWrite.NO, false)));
        rule.caches().forEach(site -> copies.add(copy(rule, site, Role.CACHE, FirstWrite.NO, false)));
        rule.logs().forEach(site -> copies.add(copy(rule, site, Role.LOG, FirstWrite.NO, false)));
    }

    private Copy copy(DataSpec.Rule rule, String name, Role role, FirstWrite firstWrite, boolean current) {
        SiteSpec site = site(name);
        return new Copy(
                site.place().country(),
                role,
                encrypted ? Form.ENCRYPTED : Form.CLEAR,
                firstWrite,
                role.completeByNature(),
                current,
                operatorHome(site),
                new Keys(rule.keys().country(), rule.keys().holder()),
                Set.of());
    }

    private String operatorHome(SiteSpec site) {
        String home = site.operator().home();
        for (Mitigation mitigation : situation.mitigations()) {
            if (mitigation instanceof Mitigation.RegionalOperator operator
                    && (operator.sites().isEmpty() || operator.sites().contains(site.name()))) {
                home = operator.home();
            }
        }
        return home;
    }

    List<Movement> movements() {
        List<Movement> movements = new ArrayList<>();
        add(movements, situation.now());
        if (situation.moving()) {
            if (!situation.old().home().equals(situation.now().home())) {
                movements.add(between(
                        Movement.Type.TRANSFER,
                        situation.old().home(),
                        situation.now().home()));
            }
            readers(movements, situation.old());
        }
        return movements.stream().distinct().toList();
    }

    private void add(List<Movement> movements, DataSpec.Rule rule) {
        String home = country(rule.home());
        movements.add(movement(Movement.Type.DIRECT_COLLECTION, people, home, tags(rule.home())));
        rule.transit().forEach(state -> movements.add(movement(Movement.Type.TRANSIT, people, state, Set.of())));
        rule.replicas().forEach(site -> movements.add(between(Movement.Type.REPLICATION, rule.home(), site)));
        rule.backups().forEach(site -> movements.add(between(Movement.Type.BACKUP, rule.home(), site)));
        rule.caches().forEach(site -> movements.add(between(Movement.Type.TRANSFER, rule.home(), site)));
        rule.logs().forEach(site -> movements.add(between(Movement.Type.TRANSFER, rule.home(), site)));
        readers(movements, rule);
    }

    private void readers(List<Movement> movements, DataSpec.Rule rule) {
        String home = country(rule.home());
        rule.staffAccess().stream()
                .filter(state -> !state.equals(home))
                .forEach(state -> movements.add(movement(Movement.Type.REMOTE_ACCESS, home, state, Set.of())));
        rule.subProcessors().stream()
                .filter(state -> !state.equals(home))
                .forEach(state -> movements.add(movement(Movement.Type.SUPPORT, home, state, Set.of(PROCESSOR))));
    }

    private Movement between(Movement.Type type, String from, String to) {
        return movement(type, country(from), country(to), tags(to));
    }

    private Movement movement(Movement.Type type, String from, String to, Set<String> tags) {
        Ground ground = grounds.of(to);
        boolean hidden = encryptedOnTheWay && type == Movement.Type.TRANSIT;
        return new Movement(
                type,
                from,
                to,
                ground.mechanisms(),
                ground.assessment(),
                hidden ? Form.ENCRYPTED : Form.CLEAR,
                hidden,
                tags,
                false);
    }

    /** Whether the recipient is a site of the firm itself or of a company that works for it. */
    private Set<String> tags(String site) {
        String firm = scenario.regulation().controller().name();
        return Set.of(!firm.isEmpty() && site(site).operator().name().equals(firm) ? OWN_SITE : PROCESSOR);
    }

    private String country(String site) {
        return site(site).place().country();
    }

    private SiteSpec site(String name) {
        return Objects.requireNonNull(scenario.sites().get(name), name);
    }
}
