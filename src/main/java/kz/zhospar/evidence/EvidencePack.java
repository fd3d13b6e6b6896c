package kz.zhospar.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** A ZIP file that is written as it is sent. */
public interface EvidencePack {

    /** The name of the file. */
    String name();

    void writeTo(OutputStream out) throws IOException;
}
