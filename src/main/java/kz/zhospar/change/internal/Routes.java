package kz.zhospar.change.internal;

import java.util.Optional;
import kz.zhospar.change.Risk;
import org.springframework.data.repository.Repository;

interface Routes extends Repository<Route, Risk> {

    Route save(Route route);

    long count();

    Optional<Route> findById(Risk risk);
}
