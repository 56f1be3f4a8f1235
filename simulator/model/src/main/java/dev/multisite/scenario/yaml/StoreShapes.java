package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.multisite.scenario.StoreSpec;
import dev.multisite.units.DataSize;
import dev.multisite.units.Rate;

/** The key {@code stores} of a service. */
final class StoreShapes {

    private static final Key<Double> RECORDS = Key.of(
            "records",
            Quantity.COUNT.check((c, r) -> c <= 1e9 ? "" : "must not exceed 1G"),
            "0",
            "180",
            "records per device that uses the service, from its first day on");
    private static final Key<Rate> GROWTH =
            Key.of("growth", Quantity.RATE, "0/d", "25/d", "further records per device; they go when the device goes");
    private static final Key<DataSize> SIZE = Key.required(
            "size", Quantity.DATA_SIZE, "300 B", "size of a record, for migration, storage and replication");
    private static final Shape<StoreSpec> STORE = new ObjectShape<>(
            "store", "Records of one data class.", List.of(RECORDS, GROWTH, SIZE), StoreShapes::store);

    /** What a service keeps, by data class. */
    static final Shape<List<StoreSpec>> STORES = Shapes.named(STORE, 1).then(StoreShapes::classes);

    private StoreShapes() {}

    private static Optional<StoreSpec> store(Fields f) {
        if (f.get(RECORDS) == 0 && f.get(GROWTH).perSecond() == 0) {
            f.problem(RECORDS, "a store needs records or growth above 0");
            return Optional.empty();
        }
        return Optional.of(new StoreSpec(f.name(), f.get(RECORDS), f.get(GROWTH), f.get(SIZE)));
    }

    private static Optional<List<StoreSpec>> classes(Map<String, StoreSpec> stores, Node node, Reading reading) {
        Map<String, StoreSpec> byClass = new LinkedHashMap<>();
        boolean fine = true;
        for (StoreSpec store : stores.values()) {
            Node place = Nodes.child(node, store.dataClass());
            Optional<String> name = reading.legalName(LegalNames.Kind.DATA_CLASS, store.dataClass(), place);
            fine &= name.isPresent();
            if (name.isPresent() && byClass.containsKey(name.get())) {
                reading.problems().add(place, "is the same data class as " + name.get() + ", which is there already");
                fine = false;
            }
            name.ifPresent(n -> byClass.put(n, new StoreSpec(n, store.records(), store.growth(), store.size())));
        }
        return fine ? Optional.of(List.copyOf(byClass.values())) : Optional.empty();
    }
}
