package kz.zhospar.change.internal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kz.zhospar.common.Sha256;
import kz.zhospar.identity.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** The file of a basis document, with its content. Written once. */
@Entity
@Immutable
@Table(name = "basis_file")
@Audited
public class BasisFile {

    @Id
    private UUID id;

    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private Instant uploadedAt;

    @Embedded
    @EmbeddedColumnNaming
    private Signature uploader;

    // The row never changes, and the audit has its hash: a copy would double every file.
    @NotAudited
    private byte[] content;

    protected BasisFile() {} // JPA

    public BasisFile(String name, String mediaType, byte[] content, Signature uploader, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.mediaType = mediaType;
        this.size = content.length;
        this.sha256 = Sha256.of(content);
        this.uploader = uploader;
        this.uploadedAt = now;
        this.content = content.clone();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}
