package dev.multisite.regulation.law;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One demand of a law. The kinds and their exact meaning are in the regulation guide. */
public sealed interface Rule {

    /** Returns what all kinds have in common. */
    Head head();

    /** Returns the kind as catalogue files write it. */
    String kind();

    /**
     * What all kinds have in common.
     *
     * @param id name within the law
     * @param window days on which the rule holds within its version
     * @param dataClasses classes it is special to; empty: all of the version's scope
     * @param attributes attributes of people it is special to; empty: all
     * @param controllers ties of controllers it is special to; empty: all
     * @param contested how likely a court shares the strict reading; certain if it is not contested
     * @param exemptIf facts that take a case out of the rule
     * @param duty what remains to be done although the rule is kept; may be empty
     * @param penalties maximum penalties by date
     */
    record Head(
            String id,
            Window window,
            Set<String> dataClasses,
            Set<String> attributes,
            Set<String> controllers,
            Treatment contested,
            List<String> exemptIf,
            String duty,
            List<Penalty> penalties) {
        public Head {
            dataClasses = Set.copyOf(dataClasses);
            attributes = Set.copyOf(attributes);
            controllers = Set.copyOf(controllers);
            exemptIf = List.copyOf(exemptIf);
            penalties = List.copyOf(penalties);
        }

        /** Returns whether the rule is special to some classes, people or controllers and so beats general ones. */
        public boolean special() {
            return !dataClasses.isEmpty() || !attributes.isEmpty() || !controllers.isEmpty();
        }
    }

    /**
     * A ground on which a movement is allowed.
     *
     * @param mechanism its name in the vocabulary
     * @param list country list that decides, for adequacy; empty: the controller must hold the mechanism
     * @param needs further facts, all needed, each from a date on
     * @param onlyIf circumstances to which it is limited, all needed
     * @param window days on which the ground exists
     */
    record Option(String mechanism, String list, List<Need> needs, List<String> onlyIf, Window window) {
        public Option {
            needs = List.copyOf(needs);
            onlyIf = List.copyOf(onlyIf);
        }
    }

    /** A fact that is needed on the days of {@code window}. */
    record Need(String fact, Window window) {}

    /**
     * A destination for which an assessment of the transfer cannot succeed.
     *
     * @param unless circumstance that rescues it, e.g. keys outside the destination; empty: none
     */
    record AssessmentFailure(String country, Window window, String unless, String why) {}

    /** A movement out of the free area needs a ground. */
    record Conditional(
            Head head, Set<String> freeTo, List<String> allOf, List<Option> anyOf, List<AssessmentFailure> failures)
            implements Rule {
        public Conditional {
            freeTo = Set.copyOf(freeTo);
            allOf = List.copyOf(allOf);
            anyOf = List.copyOf(anyOf);
            failures = List.copyOf(failures);
        }

        @Override
        public String kind() {
            return "conditional";
        }
    }

    /** The sender stays liable and must have taken a measure. */
    record Accountability(Head head, List<String> measures) implements Rule {
        public Accountability {
            measures = List.copyOf(measures);
        }

        @Override
        public String kind() {
            return "accountability";
        }
    }

    /** A complete copy in the country. */
    record Mirror(Head head, Set<String> roles) implements Rule {
        public Mirror {
            roles = Set.copyOf(roles);
        }

        @Override
        public String kind() {
            return "mirror";
        }
    }

    /** The first database that records the data is in the country and stays complete and current. */
    record LocalFirst(Head head, boolean complete, boolean current) implements Rule {
        @Override
        public String kind() {
            return "local-first";
        }
    }

    /** No database abroad takes part in collection; {@code copiesAbroad} says how later copies abroad are read. */
    record CollectLocalOnly(Head head, Treatment copiesAbroad) implements Rule {
        @Override
        public String kind() {
            return "collect-local-only";
        }
    }

    /** No copy of any role abroad, encrypted or not. */
    record StrictLocal(Head head, List<String> exceptions) implements Rule {
        public StrictLocal {
            exceptions = List.copyOf(exceptions);
        }

        @Override
        public String kind() {
            return "strict-local";
        }
    }

    /**
     * No movement to listed states.
     *
     * @param list country list; empty if {@code countries} are given
     * @param coveredPersons whether operators and key holders of a listed state count like the state itself
     * @param thresholds people from which on a class counts; a class that is not named counts from the first person if
     *     {@code thresholds} is empty, and not at all otherwise
     * @param noThresholdFor attributes of people for whom the thresholds do not apply
     */
    record DenyList(
            Head head,
            String list,
            Set<String> countries,
            boolean coveredPersons,
            Map<String, Double> thresholds,
            Set<String> noThresholdFor,
            List<String> allowIf)
            implements Rule {
        public DenyList {
            countries = Set.copyOf(countries);
            thresholds = Map.copyOf(thresholds);
            noThresholdFor = Set.copyOf(noThresholdFor);
            allowIf = List.copyOf(allowIf);
        }

        @Override
        public String kind() {
            return "denylist";
        }
    }

    /** Movements abroad need an instrument that depends on the number of people. */
    record Threshold(Head head, Set<String> sensitiveClasses, List<Band> bands, List<Band> sensitiveBands)
            implements Rule {
        public Threshold {
            sensitiveClasses = Set.copyOf(sensitiveClasses);
            bands = List.copyOf(bands);
            sensitiveBands = List.copyOf(sensitiveBands);
        }

        @Override
        public String kind() {
            return "threshold";
        }
    }

    /**
     * A band of a {@link Threshold}.
     *
     * @param below people below which it applies; infinite for the last one
     * @param anyOf instruments, one of which is needed; empty: none is needed
     */
    record Band(double below, List<Option> anyOf) {
        public Band {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** A demand that binds only after an order, and after the time the order gives. */
    record OrderTriggered(Head head, String orderFact, int graceMonths, Rule inner) implements Rule {
        @Override
        public String kind() {
            return "order-triggered";
        }
    }

    /** Says what a state can compel. Never breached. */
    record Access(Head head, Set<Basis> bases) implements Rule {
        public Access {
            bases = Set.copyOf(bases);
        }

        @Override
        public String kind() {
            return "access";
        }
    }

    /** How a state reaches data. */
    enum Basis {
        /** The data, the keys or the staff are on its territory. */
        TERRITORY,
        /** The controller, the operator or the key holder belongs to it. */
        ENTITY,
        /** The data pass through it. */
        TRANSIT
    }

    /** A data breach must be notified in time. */
    record Notice(Head head, double hours) implements Rule {
        @Override
        public String kind() {
            return "notice";
        }
    }

    /**
     * Forbids to obey a foreign state's demand.
     *
     * @param onlyStoredHere whether only data stored in the jurisdiction are protected
     * @param unless facts that lift the prohibition, e.g. a treaty route
     */
    record Blocking(Head head, boolean onlyStoredHere, List<String> unless) implements Rule {
        public Blocking {
            unless = List.copyOf(unless);
        }

        @Override
        public String kind() {
            return "blocking";
        }
    }

    /** Says explicitly that movements are free. */
    record Unrestricted(Head head) implements Rule {
        @Override
        public String kind() {
            return "unrestricted";
        }
    }
}
