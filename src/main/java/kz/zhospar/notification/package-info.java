/** What people are told: in the application at once, by mail as each of them chose. */
@NullMarked
package kz.zhospar.notification;

import org.jspecify.annotations.NullMarked;
