@NullMarked
package kz.zhospar.identity.ui;

import org.jspecify.annotations.NullMarked;
