/** Search: the bookable timetable in memory, kept fresh from the tables, and the queries on it. */
@NullMarked
package dev.windrose.flight.search;

import org.jspecify.annotations.NullMarked;
