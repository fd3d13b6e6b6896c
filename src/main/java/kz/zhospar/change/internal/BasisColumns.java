package kz.zhospar.change.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import kz.zhospar.change.Basis;
import org.jspecify.annotations.Nullable;

/** The basis document of a request as columns. */
@Embeddable
public record BasisColumns(
        @Column(name = "basis_name") String name,
        @Column(name = "basis_number") String number,
        @Column(name = "basis_date") @Nullable LocalDate date,
        @Column(name = "basis_file") @Nullable UUID file) {

    static final BasisColumns NONE = new BasisColumns("", "", null, null);

    Basis basis() {
        return new Basis(name, number, date);
    }

    BasisColumns with(Basis basis) {
        return new BasisColumns(basis.name(), basis.number(), basis.date(), file);
    }

    BasisColumns with(@Nullable UUID file) {
        return new BasisColumns(name, number, date, file);
    }
}
