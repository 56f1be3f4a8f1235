package dev.multisite.regulation.catalogue;

import dev.multisite.regulation.law.Distribution;
import dev.multisite.regulation.law.EnforcementTerms;
import dev.multisite.regulation.law.EnforcementTerms.Appeal;
import dev.multisite.regulation.law.EnforcementTerms.Outcomes;
import dev.multisite.regulation.yaml.Faults;
import dev.multisite.regulation.yaml.Fields;
import dev.multisite.regulation.yaml.YamlNode;

/** Reads how a law is enforced; what a file leaves out is the general assumption. */
final class EnforcementReader {

    private final Faults faults;

    EnforcementReader(Faults faults) {
        this.faults = faults;
    }

    EnforcementTerms read(YamlNode node) {
        Fields f = Fields.of(
                node,
                faults,
                "complaint-rate-per-year",
                "complaints-per-million-per-year",
                "self-start-rate-per-year",
                "triage-years",
                "duration-years",
                "outcome",
                "fine-share-of-cap",
                "collected-share",
                "appeal",
                "block-days",
                "note");
        EnforcementTerms general = EnforcementTerms.general();
        Distribution first = share(f, "first", general.shareOfCapFirst());
        return new EnforcementTerms(
                distribution(f, "complaint-rate-per-year", general.complaintRatePerYear()),
                f.number("complaints-per-million-per-year", 0, 1e6, 0),
                f.number("self-start-rate-per-year", 0, 1e3, 0),
                distribution(f, "triage-years", general.triageYears()),
                distribution(f, "duration-years", general.durationYears()),
                f.given("outcome") ? outcomes(f.at("outcome")) : general.outcome(),
                first,
                share(f, "repeat", first),
                distribution(f, "collected-share", general.collectedShare()),
                f.given("appeal") ? appeal(f.at("appeal")) : general.appeal(),
                distribution(f, "block-days", general.blockDays()),
                true);
    }

    private Distribution share(Fields f, String which, Distribution otherwise) {
        if (f.find("fine-share-of-cap") instanceof YamlNode.Group group
                && (group.entries().containsKey("first") || group.entries().containsKey("repeat"))) {
            Fields both = Fields.of(group, faults, "first", "repeat");
            return distribution(both, which, otherwise);
        }
        return which.equals("first") ? distribution(f, "fine-share-of-cap", otherwise) : otherwise;
    }

    private Outcomes outcomes(YamlNode node) {
        Fields f = Fields.of(
                node, faults, "none", "order-only", "fine-and-order", "suspension", "stop-new-users", "block");
        Outcomes outcomes = new Outcomes(
                f.number("none", 0, 1, 0),
                f.number("order-only", 0, 1, 0),
                f.number("fine-and-order", 0, 1, 0),
                f.number("suspension", 0, 1, 0),
                f.number("stop-new-users", 0, 1, 0),
                f.number("block", 0, 1, 0));
        double sum = outcomes.none()
                + outcomes.orderOnly()
                + outcomes.fineAndOrder()
                + outcomes.suspension()
                + outcomes.stopNewUsers()
                + outcomes.block();
        if (Math.abs(sum - 1) > 1e-9) {
            faults.add(node, "the probabilities of the outcomes must add up to 1, but add up to " + sum);
        }
        return outcomes;
    }

    private Appeal appeal(YamlNode node) {
        Fields f = Fields.of(node, faults, "rate", "years", "reduced", "annulled", "reduced-to");
        double reduced = f.number("reduced", 0, 1, 0);
        double annulled = f.number("annulled", 0, 1, 0);
        if (reduced + annulled > 1) {
            faults.add(node, "reduced and annulled are more than 100 % together");
        }
        return new Appeal(
                f.number("rate", 0, 1, 0),
                distribution(f, "years", new Distribution.Fixed(1)),
                reduced,
                annulled,
                distribution(f, "reduced-to", new Distribution.Fixed(0.5)));
    }

    private Distribution distribution(Fields outer, String key, Distribution otherwise) {
        if (!outer.given(key)) {
            return otherwise;
        }
        YamlNode node = outer.at(key);
        if (node instanceof YamlNode.Text) {
            return new Distribution.Fixed(outer.number(node, 0, 1e6));
        }
        Fields f = Fields.of(node, faults, "low", "mode", "high", "lognormal-median", "sigma", "beta", "bernoulli");
        if (f.given("beta")) {
            return beta(f);
        }
        if (f.given("bernoulli")) {
            return new Distribution.Bernoulli(f.number("bernoulli", 0, 1, 0));
        }
        if (f.given("lognormal-median")) {
            return new Distribution.LogNormal(f.number("lognormal-median", 1e-9, 1e6, 1), f.number("sigma", 0, 10, 0));
        }
        double low = f.number("low", 0, 1e6, 0);
        double mode = f.number("mode", 0, 1e6, low);
        double high = f.number("high", 0, 1e6, mode);
        if (!f.given("mode") || low > mode || mode > high) {
            faults.add(
                    node,
                    "expected a number, {low, mode, high} in rising order, {lognormal_median, sigma}, {beta: [a, b]} or"
                            + " {bernoulli: p}");
            return otherwise;
        }
        return new Distribution.Pert(low, mode, high);
    }

    private Distribution beta(Fields f) {
        if (f.items("beta").size() != 2) {
            faults.add(f.at("beta"), "expected two numbers, e.g. beta: [2, 8]");
            return new Distribution.Beta(1, 1);
        }
        return new Distribution.Beta(
                f.number(f.items("beta").get(0), 1e-6, 1e6),
                f.number(f.items("beta").get(1), 1e-6, 1e6));
    }
}
