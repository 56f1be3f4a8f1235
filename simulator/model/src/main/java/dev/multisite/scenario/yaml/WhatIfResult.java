package dev.multisite.scenario.yaml;

import java.util.List;

import dev.multisite.scenario.whatif.WhatIf;

/** What reading a what-if file gives: the what-if and its base, or everything that is wrong with them. */
public sealed interface WhatIfResult {

    /**
     * A what-if file whose every value alone makes a valid scenario.
     *
     * @param sha256 hash of the file
     */
    record Valid(WhatIf whatIf, BaseScenario base, String sha256) implements WhatIfResult {}

    /** @param problems all of them in order of their position, at least one */
    record Invalid(List<Problem> problems) implements WhatIfResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
