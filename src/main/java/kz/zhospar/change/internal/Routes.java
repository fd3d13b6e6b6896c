package kz.zhospar.change.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.change.Risk;
import org.springframework.data.repository.Repository;

public interface Routes extends Repository<Route, UUID> {

    Route save(Route route);

    long count();

    Optional<Route> findFirstByRiskOrderByEditionDesc(Risk risk);

    List<Route> findByRiskOrderByEditionDesc(Risk risk);
}
