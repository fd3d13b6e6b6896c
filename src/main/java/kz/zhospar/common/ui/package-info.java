/** What all screens share: texts in the reader's language and the switch between languages. */
@NullMarked
package kz.zhospar.common.ui;

import org.jspecify.annotations.NullMarked;
