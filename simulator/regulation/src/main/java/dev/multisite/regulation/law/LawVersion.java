package dev.multisite.regulation.law;

import java.time.LocalDate;
import java.util.List;

/**
 * One wording of a law.
 *
 * @param version name of the version, mostly its year
 * @param enacted when it was adopted
 * @param inForce first day it binds; {@link LocalDate#MAX}: it never came into force
 * @param enforced first day a sanction is realistic; before it a breach is in its grace period; {@link LocalDate#MAX}: so
 *     far never
 * @param ended last day it binds; {@link LocalDate#MAX}: still in force
 * @param scope whom and what it applies to
 * @param readings what it counts as personal data and as a movement
 * @param rules what it demands; may be empty where it demands nothing that can be breached here
 * @param breachNoticeHours hours to notify a data breach; NaN if there is no fixed time
 * @param note remark for readers, may be empty
 */
public record LawVersion(
        String version,
        LocalDate enacted,
        LocalDate inForce,
        LocalDate enforced,
        LocalDate ended,
        Scope scope,
        Readings readings,
        List<Rule> rules,
        double breachNoticeHours,
        String note) {

    public LawVersion {
        rules = List.copyOf(rules);
    }

    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(inForce) && !date.isAfter(ended);
    }
}
