package dev.multisite.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps in the order in which they are written, for messages and documents that list the words. */
final class Ordering {

    private Ordering() {}

    @SuppressWarnings("unchecked")
    static <T> Map<String, T> of(Object... keysAndValues) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], (T) keysAndValues[i + 1]);
        }
        return map;
    }
}
