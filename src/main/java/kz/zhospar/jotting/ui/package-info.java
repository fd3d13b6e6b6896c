/** Fields that lose nothing. */
@NamedInterface("ui")
@NullMarked
package kz.zhospar.jotting.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
