package kz.zhospar.exchange;

import java.time.Clock;
import kz.zhospar.common.Language;
import kz.zhospar.exchange.office.Stamp;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.seal.SealService;
import org.springframework.stereotype.Component;

/** Stamps the documents that are taken along now. */
@Component
class Stamps {

    private final CurrentPerson person;
    private final SealService seals;
    private final Clock clock;

    Stamps(CurrentPerson person, SealService seals, Clock clock) {
        this.person = person;
        this.seals = seals;
        this.clock = clock;
    }

    Stamp in(Language language) {
        return new Stamp(
                language,
                clock.instant(),
                person.find().map(Person::name).orElse(null),
                seals.line(language).orElse(null));
    }
}
