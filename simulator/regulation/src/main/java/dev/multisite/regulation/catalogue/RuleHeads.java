package dev.multisite.regulation.catalogue;

import dev.multisite.regulation.law.Rule;

/** Gives a rule another head. */
final class RuleHeads {

    private RuleHeads() {}

    static Rule with(Rule rule, Rule.Head head) {
        if (rule instanceof Rule.Conditional r) {
            return new Rule.Conditional(head, r.freeTo(), r.allOf(), r.anyOf(), r.failures());
        }
        if (rule instanceof Rule.Accountability r) {
            return new Rule.Accountability(head, r.measures());
        }
        if (rule instanceof Rule.Mirror r) {
            return new Rule.Mirror(head, r.roles());
        }
        if (rule instanceof Rule.LocalFirst r) {
            return new Rule.LocalFirst(head, r.complete(), r.current());
        }
        if (rule instanceof Rule.CollectLocalOnly r) {
            return new Rule.CollectLocalOnly(head, r.copiesAbroad());
        }
        if (rule instanceof Rule.StrictLocal r) {
            return new Rule.StrictLocal(head, r.exceptions());
        }
        return withMovements(rule, head);
    }

    private static Rule withMovements(Rule rule, Rule.Head head) {
        if (rule instanceof Rule.DenyList r) {
            return new Rule.DenyList(
                    head, r.list(), r.countries(), r.coveredPersons(), r.thresholds(), r.noThresholdFor(), r.allowIf());
        }
        if (rule instanceof Rule.Threshold r) {
            return new Rule.Threshold(head, r.sensitiveClasses(), r.bands(), r.sensitiveBands());
        }
        if (rule instanceof Rule.OrderTriggered r) {
            return new Rule.OrderTriggered(head, r.orderFact(), r.graceMonths(), r.inner());
        }
        if (rule instanceof Rule.Access r) {
            return new Rule.Access(head, r.bases());
        }
        if (rule instanceof Rule.Notice r) {
            return new Rule.Notice(head, r.hours());
        }
        if (rule instanceof Rule.Blocking r) {
            return new Rule.Blocking(head, r.onlyStoredHere(), r.unless());
        }
        return new Rule.Unrestricted(head);
    }
}
