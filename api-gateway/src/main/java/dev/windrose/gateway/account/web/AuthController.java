package dev.windrose.gateway.account.web;

import dev.windrose.gateway.account.AccountView;
import dev.windrose.gateway.account.LogIn;
import dev.windrose.gateway.account.SignUp;
import dev.windrose.gateway.token.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up and login, open to all. */
@RestController
@RequestMapping(path = "/api/v1/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class AuthController {
    private final SignUp signUp;
    private final LogIn logIn;

    AuthController(SignUp signUp, LogIn logIn) {
        this.signUp = signUp;
        this.logIn = logIn;
    }

    /** {@code {email,password,fullName}} → 201 the account; 400 with every fault; 409 {@code email_taken}. */
    @PostMapping("/signup")
    @ResponseStatus(HttpStatus.CREATED)
    AccountView signUp(@RequestBody SignUpRequest request) {
        return signUp.signUp(request.email, request.password, request.fullName);
    }

    /** {@code {email,password}} → 200 a token and its life in seconds; 401 {@code invalid_credentials}; 403 {@code account_disabled}. */
    @PostMapping("/login")
    TokenResponse logIn(@RequestBody LogInRequest request) {
        return TokenResponse.of(logIn.logIn(request.email, request.password));
    }

    record SignUpRequest(
            @Nullable String email,
            @Nullable String password,
            @Nullable String fullName) {}

    record LogInRequest(@Nullable String email, @Nullable String password) {}

    record TokenResponse(String accessToken, String tokenType, long expiresIn) {
        static TokenResponse of(AccessTokens.Issued issued) {
            return new TokenResponse(issued.token(), "Bearer", issued.life().toSeconds());
        }
    }
}
