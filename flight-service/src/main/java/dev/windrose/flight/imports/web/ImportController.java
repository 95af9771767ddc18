package dev.windrose.flight.imports.web;

import dev.windrose.defaults.http.LimitedInputStream;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.flight.imports.ImportCsv;
import dev.windrose.flight.imports.ImportKind;
import dev.windrose.flight.imports.ImportReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * CSV (RFC 4180, UTF-8) with the columns named in the first line, in any order:
 * cities {@code code,name,country,timeZone} · airports {@code code,name,cityCode,latitude,longitude,timeZone} · airlines
 * {@code code,name,accountingCode} · airplanes {@code registration,model,cabins} · flights
 * {@code flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares}.
 */
@RestController
class ImportController {
    private static final long MAX_BYTES = 100L << 20;

    private final ImportCsv importCsv;

    ImportController(ImportCsv importCsv) {
        this.importCsv = importCsv;
    }

    /**
     * 200 {@code {received, created, updated, rejected, errors: [{line, code, message}]}}, the first 1,000 errors. Rows that are there
     * already and don't differ count as none of these. 400 without the header; 413 over 100 MB, the rows before that have landed.
     */
    @PostMapping(path = "/api/v1/imports/{kind:cities|airports|airlines|airplanes|flights}", consumes = "text/csv")
    ImportReport run(
            @PathVariable String kind, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        return importCsv.run(
                ImportKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                new LimitedInputStream(request.getInputStream(), MAX_BYTES, ImportController::tooLarge),
                dryRun);
    }

    private static ProblemException tooLarge() {
        return Problems.tooLarge("100 MB");
    }
}
