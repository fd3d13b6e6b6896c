/** The seals, their key and the verification on screen. */
@NullMarked
package kz.zhospar.seal.ui;

import org.jspecify.annotations.NullMarked;
