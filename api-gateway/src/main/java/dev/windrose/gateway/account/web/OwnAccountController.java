package dev.windrose.gateway.account.web;

import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.gateway.account.AccountQueries;
import dev.windrose.gateway.account.AccountView;
import dev.windrose.gateway.account.ChangePassword;
import dev.windrose.gateway.account.ChangeProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's own account. */
@RestController
@RequestMapping(path = "/api/v1/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnAccountController {
    private final AccountQueries accounts;
    private final ChangeProfile profile;
    private final ChangePassword password;

    OwnAccountController(AccountQueries accounts, ChangeProfile profile, ChangePassword password) {
        this.accounts = accounts;
        this.profile = profile;
        this.password = password;
    }

    /** 200 {@code {id,email,fullName,roles}}. */
    @GetMapping
    AccountView show(CurrentUser user) {
        return accounts.own(user);
    }

    /** {@code {fullName}} → 200 the account; tokens carry the new name from the next login on. */
    @PatchMapping
    AccountView change(CurrentUser user, @RequestBody ProfileRequest request) {
        return profile.change(user, request.fullName);
    }

    /** {@code {currentPassword,newPassword}} → 204; 400 with {@code currentPassword}/{@code wrong_password}, or a weak new one. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(CurrentUser user, @RequestBody PasswordRequest request) {
        password.change(user, request.currentPassword, request.newPassword);
    }

    record ProfileRequest(@Nullable String fullName) {}

    record PasswordRequest(
            @Nullable String currentPassword, @Nullable String newPassword) {}
}
