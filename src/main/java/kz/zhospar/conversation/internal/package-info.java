@NullMarked
package kz.zhospar.conversation.internal;

import org.jspecify.annotations.NullMarked;
