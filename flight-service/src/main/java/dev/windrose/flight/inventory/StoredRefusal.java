package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.FieldFault;
import java.util.List;
import java.util.Map;

/** A refusal as a tombstone keeps it. */
record StoredRefusal(int status, String code, String detail, Map<String, Object> properties, List<FieldFault> faults) {}
