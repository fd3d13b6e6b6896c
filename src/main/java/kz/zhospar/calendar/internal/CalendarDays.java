package kz.zhospar.calendar.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

public interface CalendarDays extends Repository<CalendarDay, UUID> {

    CalendarDay save(CalendarDay day);

    void delete(CalendarDay day);

    void flush();

    long count();

    List<CalendarDay> findAll();

    Optional<CalendarDay> findById(UUID id);

    Optional<CalendarDay> findByDay(LocalDate day);
}
