/**
 * SQL and Parquet over results folders.
 *
 * <p>Optional: the program finds it as a {@link dev.multisite.results.ResultsDatabase} if its jar and DuckDB's lie beside the
 * program's. Nothing else knows DuckDB. Start at {@link dev.multisite.store.DuckDbResults}.
 */
@NullMarked
package dev.multisite.store;

import org.jspecify.annotations.NullMarked;
