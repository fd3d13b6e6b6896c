/**
 * What every committed change says about itself: who made it, in which position, for which change request, why.
 *
 * <p>Whoever writes to audited tables first {@linkplain kz.zhospar.revision.RevisionNote#describe describes} the
 * revision; a commit that nobody described is refused.
 */
@NullMarked
package kz.zhospar.revision;

import org.jspecify.annotations.NullMarked;
