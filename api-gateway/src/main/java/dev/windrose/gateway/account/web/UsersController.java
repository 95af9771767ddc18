package dev.windrose.gateway.account.web;

import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.paging.Page;
import dev.windrose.gateway.account.AccountQueries;
import dev.windrose.gateway.account.AccountView;
import dev.windrose.gateway.account.AssignRoles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts as an ADMIN sees them. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UsersController {
    private final AccountQueries accounts;
    private final AssignRoles roles;

    UsersController(AccountQueries accounts, AssignRoles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** {@code ?email=} → the account with that address, if any; without it a page of all ({@code limit}, {@code cursor}). */
    @GetMapping
    Page<AccountView> list(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Limit.parse(limit);
        return email == null ? accounts.all(size, cursor) : accounts.withEmail(email);
    }

    /** {@code {roles:["CUSTOMER","AIRLINE_STAFF"]}} → 200 the account; 400 for no or unknown roles; 404 {@code user_not_found}. */
    @PutMapping("/{id}/roles")
    AccountView assign(@PathVariable String id, @RequestBody RolesRequest request) {
        return roles.assign(id, request.roles);
    }

    record RolesRequest(@Nullable List<@Nullable String> roles) {}
}
