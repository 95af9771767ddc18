package dev.windrose.defaults;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Brings the plumbing into every service that has this module on its class path. */
@AutoConfiguration
@ComponentScan
class ServiceDefaultsAutoConfiguration {}
