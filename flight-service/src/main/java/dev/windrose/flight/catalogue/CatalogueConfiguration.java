package dev.windrose.flight.catalogue;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.changes.FlightChangeLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The four catalogues. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Catalogue<City> cities(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations tx, Cursors cursors) {
        return new Catalogue<>(new CityTable(jdbc), changes, audit, tx, cursors);
    }

    @Bean
    Catalogue<Airport> airports(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations tx, Cursors cursors) {
        return new Catalogue<>(new AirportTable(jdbc), changes, audit, tx, cursors);
    }

    @Bean
    Catalogue<Airline> airlines(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations tx, Cursors cursors) {
        return new Catalogue<>(new AirlineTable(jdbc), changes, audit, tx, cursors);
    }

    @Bean
    Catalogue<Airplane> airplanes(
            JdbcTemplate jdbc, FlightChangeLog changes, AuditLog audit, TransactionOperations tx, Cursors cursors) {
        return new Catalogue<>(new AirplaneTable(jdbc), changes, audit, tx, cursors);
    }
}
