package dev.windrose.gateway.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody sees who opens the address in a browser: where things are. */
@RestController
class FrontPage {
    private final byte[] page;

    FrontPage() throws IOException {
        page = new ClassPathResource("front-page.html").getContentAsByteArray();
    }

    /** 200 an HTML page that needs nothing but itself. */
    @GetMapping("/")
    ResponseEntity<byte[]> show() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .body(page);
    }
}
