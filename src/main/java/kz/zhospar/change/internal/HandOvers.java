package kz.zhospar.change.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface HandOvers extends Repository<HandOver, UUID> {

    HandOver save(HandOver handOver);

    List<HandOver> findAllByOrderByHandedAtDesc();
}
