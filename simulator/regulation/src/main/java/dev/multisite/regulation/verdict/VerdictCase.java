package dev.multisite.regulation.verdict;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.multisite.regulation.evaluate.Reach;
import dev.multisite.regulation.evaluate.Verdict;
import dev.multisite.regulation.facts.CaseFacts;

/**
 * A case of a file.
 *
 * @param id its name, unique in the file
 * @param date the day it is judged
 * @param facts what is known
 * @param turnoverUsd world turnover of the controller in US dollars; NaN if not stated
 * @param expect expected verdict by law id, empty if the file expects nothing
 * @param expectReach expected reach by state; a state that is not named must not reach the records; empty: not compared
 */
public record VerdictCase(
        String id,
        LocalDate date,
        CaseFacts facts,
        double turnoverUsd,
        Map<String, Expected> expect,
        Map<String, Reach.Form> expectReach) {

    public VerdictCase {
        expect = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(expect));
        expectReach = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(expectReach));
    }

    /** An expected verdict; {@code p} is NaN if no probability is expected. */
    public record Expected(Verdict verdict, double p) {

        /** Returns whether a finding is as expected, the probability to within 0.0005. */
        public boolean fits(Verdict found, double foundP) {
            return found == verdict && (Double.isNaN(p) || Math.abs(foundP - p) <= 0.0005);
        }

        @Override
        public String toString() {
            return Double.isNaN(p) ? verdict.toString() : verdict + " " + p;
        }
    }
}
