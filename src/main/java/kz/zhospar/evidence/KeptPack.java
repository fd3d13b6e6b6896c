package kz.zhospar.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import kz.zhospar.audit.Reading;
import kz.zhospar.audit.Readings;
import org.jspecify.annotations.Nullable;

/** A pack of which the record tells that it was taken, with as much of it as was sent. */
record KeptPack(EvidencePack pack, EvidenceSubject subject, Readings readings) implements EvidencePack {

    @Override
    public String name() {
        return pack.name();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var counted = new Counted(out);
        try {
            pack.writeTo(counted);
        } finally {
            readings.taken(Reading.file(Reading.What.EVIDENCE, name(), request(), counted.size));
        }
    }

    private @Nullable Long request() {
        return subject instanceof EvidenceSubject.OfRequest request ? request.number() : null;
    }

    private static final class Counted extends FilterOutputStream {
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }
    }
}
