package dev.windrose.gateway.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The accounts there are. */
interface Accounts extends Repository<Account, String> {
    Account saveAndFlush(Account account);

    Optional<Account> findById(String id);

    Optional<Account> findByEmailKey(String emailKey);

    List<Account> findByIdGreaterThanOrderById(String id, Limit limit);
}
