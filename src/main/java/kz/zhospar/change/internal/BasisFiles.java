package kz.zhospar.change.internal;

import java.util.Optional;
import java.util.UUID;
import kz.zhospar.change.BasisFileInfo;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BasisFiles extends Repository<BasisFile, UUID> {

    BasisFile save(BasisFile file);

    Optional<BasisFile> findById(UUID id);

    /** What there is to know of a file without reading its content. */
    @Query("""
            select new kz.zhospar.change.BasisFileInfo(f.id, f.name, f.mediaType, f.size, f.sha256)
            from BasisFile f where f.id = :id
            """)
    Optional<BasisFileInfo> info(UUID id);
}
