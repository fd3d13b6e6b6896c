/**
 * Discussion on change requests: on a whole request or on one of its changes, with replies, mentions and resolved marks.
 * What was said is never edited or deleted.
 */
@NullMarked
package kz.zhospar.conversation;

import org.jspecify.annotations.NullMarked;
