/** The discussion on the page of a request. */
@NullMarked
package kz.zhospar.conversation.ui;

import org.jspecify.annotations.NullMarked;
